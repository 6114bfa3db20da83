import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { resize } from '../../bench/catalog.ts';
import { percentile } from '../../bench/statistics.ts';
import { isMet } from '../../bench/targets.ts';

describe('resize', () => {
  const { standards, scenes } = builtInCatalog;

  it.each([40, 400])('answers with %d standards of distinct, valid ids', (count) => {
    const ids = resize(standards, count).map(({ id }) => id);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids.filter((id) => !/^[a-z0-9-]{1,60}$/.test(id))).toEqual([]);
  });

  it.each([40, 400])('keeps all scenes and their order with %d', (count) => {
    const order = resize(standards, count).map(({ scene }) => scene);
    expect([...new Set(order)]).toEqual(scenes.map(({ id }) => id));
    expect(order).toEqual(order.toSorted((a, b) => place(a) - place(b)));
  });

  const place = (scene: string) => scenes.findIndex(({ id }) => id === scene);

  it('makes 400 of the same 40', () => {
    const texts = (count: number) => new Set(resize(standards, count).map(({ text }) => text));
    expect(texts(400)).toEqual(texts(40));
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    { values: hundred, p: 0.5, expected: 50 },
    { values: hundred, p: 0.95, expected: 95 },
    { values: [3, 1, 2], p: 0.5, expected: 2 },
    { values: [7], p: 0.95, expected: 7 },
    { values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], p: 0.95, expected: 10 },
    { values: [], p: 0.5, expected: Number.NaN },
  ])('$p of $values.length values is $expected', ({ values, p, expected }) => {
    expect(percentile(values, p)).toBe(expected);
  });
});

describe('isMet', () => {
  const peer = { title: 'a peer', value: 100 };

  it.each([
    { value: 120, peer, limit: 1.2, met: true },
    { value: 121, peer, limit: 1.2, met: false },
    { value: 50, limit: 50, met: true },
    { value: 51, limit: 50, met: false },
    // What was not measured has not been reached.
    { value: Number.NaN, limit: 50, met: false },
  ])('$value within $limit: $met', ({ met, ...target }) => {
    expect(isMet({ figure: 'any', unit: 'ms', ...target })).toBe(met);
  });
});
