import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { flushTexts, hasUnsavedTexts, keepText } from '../../../ui/kept-text.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A text field with a disk that can be told to refuse. */
function field() {
  const disk: string[] = [];
  let second: string | null = null;
  let refuses = false;
  const kept = keepText<string>({
    second: {
      put: (value) => {
        second = value;
      },
      clear: (value) => {
        if (second === value) second = null;
      },
    },
    async save(value) {
      if (refuses) throw new Error('full');
      disk.push(value);
      return true;
    },
  });
  return {
    kept,
    disk,
    second: () => second,
    refuse: (now: boolean) => {
      refuses = now;
    },
  };
}

test('a letter is in the second place at once, and on the disk half a second after the last', async () => {
  const { kept, disk, second } = field();
  kept.type('あ');
  expect(second()).toBe('あ');
  await vi.advanceTimersByTimeAsync(499);
  expect(disk).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(disk).toEqual(['あ']);
  expect(second()).toBeNull();
  expect(kept.unsavedSince()).toBeNull();
});

test('typing that never pauses is saved every two seconds', async () => {
  const { kept, disk } = field();
  for (let letters = 1; letters <= 124; letters++) {
    kept.type('あ'.repeat(letters));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(disk.length).toBeGreaterThanOrEqual(6);
  // At any moment no more than two seconds are missing.
  expect(disk.at(-1)?.length).toBeGreaterThanOrEqual(124 - 20);
  kept.drop();
});

test('leaving writes at once, and twice asked writes once', async () => {
  const { kept, disk } = field();
  kept.type('途中');
  const both = [flushTexts(), flushTexts()];
  expect(disk).toEqual(['途中']);
  await Promise.all(both);
  expect(disk).toEqual(['途中']);
});

test('what the disk refuses stays in the second place and is tried again', async () => {
  const { kept, disk, second, refuse } = field();
  refuse(true);
  kept.type('残す');
  await vi.advanceTimersByTimeAsync(600);
  expect([second(), hasUnsavedTexts(500)]).toEqual(['残す', true]);
  refuse(false);
  await kept.flush();
  expect([disk, second()]).toEqual([['残す'], null]);
});

test('a key during the save is neither lost nor let go of', async () => {
  const { kept, disk, second } = field();
  kept.type('一');
  const saving = kept.flush();
  kept.type('一二');
  await saving;
  expect(second()).toBe('一二');
  await vi.advanceTimersByTimeAsync(500);
  expect([disk, second()]).toEqual([['一', '一二'], null]);
});

test('what is dropped is never written', async () => {
  const { kept, disk, second } = field();
  kept.type('やめる');
  kept.drop();
  await vi.advanceTimersByTimeAsync(5000);
  expect([disk, second(), kept.unsavedSince()]).toEqual([[], null, null]);
});
