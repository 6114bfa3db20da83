import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import type { SceneId } from '../../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../../core/catalog/lookup.ts';
import { type Rating, ratings } from '../../../core/review/review.ts';
import { strengths, summarize, tally, toGrow } from '../../../core/review/summary.ts';
import { blank, rated, standards } from './reviews.ts';

const four = builtInCatalog.standards.slice(0, 4);

describe('the rate of compliance', () => {
  it.each<[string, (Rating | null)[], number | null]>([
    ['kept and mostly kept comply', ['kept', 'mostly-kept', 'partly-kept', 'not-kept'], 0.5],
    [
      'an item not in charge counts in no rate',
      ['kept', 'not-applicable', 'not-applicable', 'not-kept'],
      0.5,
    ],
    ['an unanswered item neither', ['kept', null, null, null], 1],
    ['over nothing it is null', ['not-applicable', null, null, null], null],
    ['over no answers it is null', [null, null, null, null], null],
  ])('%s', (_, given, rate) => {
    const review = rated(Object.fromEntries(four.map(({ id }, i) => [id, given[i] ?? null])));
    expect(tally(review, four).rate).toBe(rate);
  });

  it('stays between 0 and 1, and every item is counted once', () => {
    const anyRating = fc.option(fc.constantFrom(...ratings));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...standards), anyRating), (given) => {
        const { all, scenes } = summarize(rated(given), builtInCatalog);
        const counted = Object.values(all.counts).reduce((sum, count) => sum + count, 0);
        expect(counted + all.unanswered).toBe(standards.length);
        for (const {
          tally: { rate },
        } of scenes) {
          if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true);
        }
        for (const rating of ratings) {
          const inScenes = scenes.reduce((sum, scene) => sum + scene.tally.counts[rating], 0);
          expect(inScenes).toBe(all.counts[rating]);
        }
      }),
    );
  });

  it('keeps an item not in charge in the report', () => {
    const { all, philosophies } = summarize(
      rated({ 'phone-name-first': 'not-applicable' }),
      builtInCatalog,
    );
    expect(all.counts['not-applicable']).toBe(1);
    expect(philosophies.find(({ id }) => id === 'empathy')?.tally.counts['not-applicable']).toBe(1);
  });
});

describe('what to grow', () => {
  const [a = '', b = '', c = '', d = '', e = ''] = standards;
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const inScene = (scene: SceneId) => ids(standardsOfScene(builtInCatalog, scene));

  it('names the lowest rated, at most three, never a kept or a foreign one', () => {
    const review = rated({
      [a]: 'mostly-kept',
      [b]: 'not-kept',
      [c]: 'partly-kept',
      [d]: 'kept',
      [e]: 'not-applicable',
    });
    expect(ids(toGrow(review, builtInCatalog, null))).toEqual([b, c, a]);
  });

  it('puts first, of two alike, the one that fell since last year', () => {
    const earlier = rated({ [a]: 'partly-kept', [b]: 'kept' }, 2025);
    const review = rated({ [a]: 'partly-kept', [b]: 'partly-kept' });
    expect(ids(toGrow(review, builtInCatalog, earlier))).toEqual([b, a]);
  });

  // n: お知らせ, p: 電話, c: 対面; each scene's items in the catalog's order.
  const [n1 = '', n2 = '', n3 = '', n4 = ''] = inScene('notice');
  const [p1 = '', p2 = ''] = inScene('phone');
  const [c1 = '', c2 = ''] = inScene('counter');

  it.each<[string, Record<string, Rating>, Record<string, Rating>, string[]]>([
    [
      'the first kept one of a scene',
      {},
      { [n1]: 'mostly-kept', [n2]: 'kept', [n3]: 'kept' },
      [n2],
    ],
    [
      'the best kept scene first, of two alike the earlier one',
      {},
      { [n1]: 'kept', [n2]: 'not-kept', [p1]: 'kept', [c1]: 'kept', [c2]: 'mostly-kept' },
      [p1, c1, n1],
    ],
    [
      'what does not apply counts in no scene',
      {},
      { [n1]: 'kept', [n2]: 'not-applicable', [p1]: 'kept', [p2]: 'not-kept' },
      [n1, p1],
    ],
    [
      'those that rose before all others, the most first, then the scenes not named yet',
      { [n2]: 'mostly-kept', [n3]: 'not-kept', [p1]: 'kept' },
      { [n1]: 'kept', [n2]: 'kept', [n3]: 'kept', [p1]: 'kept', [p2]: 'not-kept' },
      [n3, n2, p1],
    ],
    [
      'three at most',
      { [n1]: 'not-kept', [n2]: 'not-kept', [n3]: 'not-kept', [n4]: 'not-kept' },
      { [n1]: 'kept', [n2]: 'kept', [n3]: 'kept', [n4]: 'kept' },
      [n1, n2, n3],
    ],
    ['none that is only mostly kept', { [n1]: 'not-kept' }, { [n1]: 'mostly-kept' }, []],
  ])('names as strengths: %s', (_, before, now, expected) => {
    expect(ids(strengths(rated(now), builtInCatalog, rated(before, 2025)))).toEqual(expected);
  });

  it('finds nothing in a review without answers', () => {
    expect(toGrow(blank(), builtInCatalog, null)).toEqual([]);
    expect(strengths(blank(), builtInCatalog, null)).toEqual([]);
  });
});
