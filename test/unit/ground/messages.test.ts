import { expect, test } from 'vitest';
import { type KeyWith, type PlainKey, t } from '../../../locales/t.ts';
import { paramsOf } from '../../../scripts/message-params.ts';

/** What must not compile is told so: `npm run check` fails where it does. */

test('a message asks for its parameters', () => {
  expect(t('ui.count', { done: 3, total: 59 })).toBe('3／59');
  // @ts-expect-error none of them
  expect(t('ui.count')).toBe('{done}／{total}');
  // @ts-expect-error one is missing
  expect(t('ui.count', { done: 3 })).toBe('3／{total}');
  // @ts-expect-error one has another name
  expect(t('ui.count', { done: 3, all: 59 })).toBe('3／{total}');
  // @ts-expect-error one too many
  expect(t('ui.count', { done: 3, total: 59, of: 59 })).toBe('3／59');
  // @ts-expect-error there is nothing to fill in
  expect(t('ui.opening', { time: '9:00' })).toBe(t('ui.opening'));
});

test('of several messages, what any of them asks for', () => {
  const one = (found: boolean) => (found ? 'find.count' : 'find.none');
  expect(t(one(true), { count: 3 })).toContain('3');
  // @ts-expect-error the first of them wants it
  expect(t(one(true))).toContain('{count}');
});

test('a key is known by its places', () => {
  const plain: PlainKey = 'ui.opening';
  // @ts-expect-error it has places
  const full: PlainKey = 'ui.count';
  const counted: KeyWith<'done' | 'total'>[] = [plain, 'ui.count'];
  // @ts-expect-error it has another place
  counted.push('ui.saved');
  expect([...counted, full]).toHaveLength(4);
});

test('parameters are declared as the text has them', () => {
  expect(paramsOf('開いています。')).toBeNull();
  expect(paramsOf('{total}件中{done}件、{total}件')).toBe('{ total: Value; done: Value }');
});
