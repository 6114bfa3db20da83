import { expect, test } from 'vitest';
import { leftFields } from '../../../../extension/store/session/typed-fields.ts';

/** What a page has left of a unit and a name, on top of what the disk holds by now. */

const base = { ward: '多摩区', section: '区民課', label: '山田' };
const left = { before: [base], fields: { ...base, section: '保険年金課' } };

test('what was typed is put on the disk’s', () => {
  expect(leftFields(left, base)).toEqual(left.fields);
});

test('a field that was left alone is what someone has made of it since', () => {
  const now = { ...base, ward: '宮前区' };
  expect(leftFields(left, now)).toEqual({ ...now, section: '保険年金課' });
});

test('a field that someone has changed since stays theirs', () => {
  expect(leftFields(left, { ...base, section: '保護課' })).toBeNull();
});

test('a save that was begun and not heard of is one’s own', () => {
  const begun = { ...base, section: '保険' };
  expect(leftFields({ ...left, before: [base, begun] }, begun)).toEqual(left.fields);
});

test.each([null, 'x', {}, { fields: null, before: [] }, { fields: base, before: 1 }])(
  '%j is nothing to save',
  (cut) => {
    expect(leftFields(cut, base)).toBeNull();
  },
);
