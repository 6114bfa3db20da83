import { expect, test } from 'vitest';
import {
  forgetUnfinished,
  forgetUnfinishedOf,
  keepUnfinished,
  readUnfinished,
} from '../../../../extension/store/session/unfinished.ts';
import { fakeProfile } from '../profile.ts';

// What is filled in and has no row yet: each tab has its own.

test('a tab finds what it has typed itself, and not what a tab beside it types', async () => {
  const profile = fakeProfile();
  const [one, other] = [profile.openTab(), profile.openTab()];
  await readUnfinished(one.store, 'poster');
  await readUnfinished(other.store, 'poster');
  const kept = keepUnfinished<string>(one.store, 'poster');
  kept.type('こちら');
  await kept.flush();
  expect(await readUnfinished(one.store, 'poster')).toBe('こちら');
  expect(await readUnfinished(other.store, 'poster')).toBeNull();
});

test('what a tab that was closed has left, the next one takes over, once', async () => {
  const profile = fakeProfile();
  const one = profile.openTab();
  await readUnfinished(one.store, 'poster');
  const kept = keepUnfinished<string>(one.store, 'poster');
  kept.type('書きかけ');
  await kept.flush();
  one.kill();
  expect(await readUnfinished(profile.openTab().store, 'poster')).toBe('書きかけ');
  expect(await readUnfinished(profile.openTab().store, 'poster')).toBeNull();
});

test('what was typed last before a tab was killed is found too', async () => {
  const profile = fakeProfile();
  const one = profile.openTab();
  await readUnfinished(one.store, 'poster');
  const kept = keepUnfinished<string>(one.store, 'poster');
  kept.type('書きかけ');
  one.kill();
  kept.drop = () => {};
  expect(await readUnfinished(profile.openTab().store, 'poster')).toBe('書きかけ');
  void kept.flush().catch(() => {});
});

test('one that was saved is let go, and those of a person who is deleted', async () => {
  const profile = fakeProfile();
  const { store } = profile.openTab();
  for (const id of ['poster', 'profile.u1']) {
    await readUnfinished(store, id);
    const kept = keepUnfinished<string>(store, id);
    kept.type(id);
    await kept.flush();
  }
  await forgetUnfinished(store, 'poster');
  expect(await readUnfinished(store, 'poster')).toBeNull();
  expect(await readUnfinished(store, 'profile.u1')).toBe('profile.u1');
  await forgetUnfinishedOf(store, 'u1');
  expect(await readUnfinished(store, 'profile.u1')).toBeNull();
});
