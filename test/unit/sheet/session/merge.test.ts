import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sheet, Target } from '../../../../core/sheet/model/sheet.ts';
import { changesBetween } from '../../../../core/sheet/session/changes.ts';
import { type Merged, merge } from '../../../../core/sheet/session/merge.ts';
import { mergeDrafts } from '../../../../core/sheet/session/merge-drafts.ts';
import { settle } from '../../../../core/sheet/session/settle.ts';
import { plainSheet, written } from '../../../../core/sheet/session/written.ts';
import { acts, drafted, inForm, sheetOf, taken, targetsOf, textsIn } from './histories.ts';

/** What target 1 says: in the form when it was taken, in the draft, in the form now; and what comes of it. */
type Case = readonly [
  title: string,
  was: Partial<Target>,
  own: Partial<Target>,
  is: Partial<Target>,
  merged: Partial<Target>,
  conflicts: readonly string[],
];

const cases: readonly Case[] = [
  ['nothing changed', { target: '甲' }, { target: '甲' }, { target: '甲' }, { target: '甲' }, []],
  ['changed here', { target: '甲' }, { target: '乙' }, { target: '甲' }, { target: '乙' }, []],
  ['changed there', { target: '甲' }, { target: '甲' }, { target: '丙' }, { target: '丙' }, []],
  ['in both, alike', { target: '甲' }, { target: '乙' }, { target: '乙' }, { target: '乙' }, []],
  [
    'in both, otherwise',
    { target: '甲' },
    { target: '乙' },
    { target: '丙' },
    { target: '乙' },
    ['target 乙 丙'],
  ],
  ['cleared there', { target: '甲' }, { target: '甲' }, { target: null }, { target: null }, []],
  ['cleared here', { target: '甲' }, { target: null }, { target: '甲' }, { target: null }, []],
  [
    'cleared here, changed there',
    { target: '甲' },
    { target: null },
    { target: '丙' },
    { target: null },
    ['target null 丙'],
  ],
  [
    'changed here, cleared there',
    { target: '甲' },
    { target: '乙' },
    { target: null },
    { target: '乙' },
    ['target 乙 null'],
  ],
  [
    'one field here, another there',
    { target: '甲', result: null },
    { target: '乙', result: null },
    { target: '甲', result: '済' },
    { target: '乙', result: '済' },
    [],
  ],
  [
    'as it is typed, and as the cell has it',
    { target: null },
    { target: '甲\n乙 ' },
    { target: '　甲\n　乙' },
    { target: '甲\n乙 ' },
    [],
  ],
  [
    'cleaned here, changed there',
    { target: '甲\u000b乙\u00ad' },
    { target: '甲\n乙' },
    { target: '丙' },
    { target: '丙' },
    [],
  ],
  [
    'changed here, cleaned there',
    { target: '甲\u000b乙' },
    { target: '丁' },
    { target: '甲\n乙' },
    { target: '丁' },
    [],
  ],
  [
    'a field that the form has no place for stays',
    { target: '甲' },
    { target: '甲', philosophies: ['empathy'] },
    { target: '丙' },
    { target: '丙', philosophies: ['empathy'] },
    [],
  ],
  [
    'a field that the draft does not speak of',
    { target: '甲', cost: null },
    { target: '甲' },
    { target: '甲', cost: 'urgent' },
    { target: '甲', cost: 'urgent' },
    [],
  ],
  ['an unticked box is an empty one', { nominate: false }, {}, { nominate: false }, {}, []],
  [
    'a box ticked here, one there',
    { nominate: false, becomesStandard: false },
    { nominate: true, becomesStandard: false },
    { nominate: false, becomesStandard: true },
    { nominate: true, becomesStandard: true },
    [],
  ],
  [
    'a list in another order',
    { philosophies: ['empathy', 'needs'] },
    { philosophies: ['needs', 'empathy'] },
    { philosophies: ['comfort'] },
    { philosophies: ['comfort'] },
    [],
  ],
  [
    'measures and the mid-year result',
    { measures: '甲', midResult: null },
    { measures: '乙', midResult: '半分' },
    { measures: '丙', midResult: null },
    { measures: '乙', midResult: '半分' },
    ['measures 乙 丙'],
  ],
  ['what was not known, open there', {}, { target: '乙' }, { target: null }, { target: '乙' }, []],
  ['what was not known, open here', {}, { target: null }, { target: '丙' }, { target: '丙' }, []],
  [
    'what was not known, told on both sides',
    {},
    { target: '乙' },
    { target: '丙' },
    { target: '乙' },
    ['target 乙 丙'],
  ],
];

const told = ({ conflicts }: Merged) =>
  conflicts.map(({ field, mine, theirs }) => `${field} ${mine} ${theirs}`);

describe('field by field', () => {
  test.each(cases)('%s', (_, was, own, is, expected, conflicts) => {
    const [before, draft, now] = [was, own, is].map((one) => sheetOf([{ no: 1, ...one }]));
    const merged = merge(draft as Sheet, before as Sheet, now as Sheet);
    expect(targetsOf(merged.draft)).toEqual([{ no: 1, ...expected }]);
    expect(told(merged)).toEqual(conflicts);
  });
});

/** Targets in short: number, target, and result after a stroke. */
const short = (targets: readonly Target[]) =>
  targets.map(({ no, target, result }) => `${no} ${target ?? ''}${result ? `/${result}` : ''}`);
const rows = (...texts: readonly (string | null)[]): Target[] =>
  texts.map((text, index) => {
    const [target, result = null] = text?.split('/') ?? [null];
    return { no: index + 1, target: target ?? null, result };
  });

describe('target by target', () => {
  test.each<[string, Target[], Target[], Target[], string[], string[]]>([
    ['added here', rows('甲'), rows('甲', '乙'), rows('甲'), ['1 甲', '2 乙'], []],
    ['added there', rows('甲'), rows('甲'), rows('甲', '丙'), ['1 甲', '2 丙'], []],
    [
      'added on both sides under one number',
      rows('甲'),
      rows('甲', '乙'),
      rows('甲', '丙'),
      ['1 甲', '2 乙'],
      ['target 乙 丙'],
    ],
    [
      'added on both sides under two',
      rows('甲'),
      [...rows('甲'), { no: 3, target: '乙' }],
      rows('甲', '丙'),
      ['1 甲', '2 丙', '3 乙'],
      [],
    ],
    [
      'put in above there, changed here',
      rows('甲', '乙'),
      rows('甲', '乙/済'),
      rows('甲', '丙', '乙'),
      ['1 甲', '2 丙', '3 乙/済'],
      [],
    ],
    [
      'moved there, changed here',
      rows('甲/一', '乙/二'),
      rows('甲/改', '乙/二'),
      rows('乙/二', '甲/一'),
      ['1 乙/二', '2 甲/改'],
      [],
    ],
    [
      'moved here, changed there',
      rows('甲', '乙'),
      [
        { no: 1, takenNo: 2, target: '乙', result: null } as Target,
        { no: 2, takenNo: 1, target: '甲', result: null } as Target,
      ],
      rows('甲/済', '乙'),
      ['1 乙', '2 甲/済'],
      [],
    ],
    [
      'emptied there, changed here',
      rows('甲', '乙/一'),
      rows('甲', '乙/済'),
      rows('甲', null),
      ['1 甲', '2 乙/済'],
      ['target 乙 null', 'result 済 null'],
    ],
    [
      'emptied there',
      rows('甲', '乙/一'),
      rows('甲', '乙/一'),
      rows('甲', null),
      ['1 甲', '2 '],
      [],
    ],
    [
      'one text twice: each stays in its place',
      rows('乙', '甲'),
      rows('乙', '甲/済'),
      rows('甲', '甲'),
      ['1 甲', '2 甲/済'],
      [],
    ],
    [
      'taken out there, a result cleared here',
      rows('甲', '乙/一'),
      rows('甲', '乙'),
      rows('甲'),
      ['1 甲'],
      [],
    ],
    [
      'emptied there, a result cleared here',
      rows('甲', '乙/一'),
      rows('甲', '乙'),
      rows('甲', null),
      ['1 甲', '2 '],
      [],
    ],
    ['taken out there', rows('甲', '乙'), rows('甲', '乙'), rows('甲'), ['1 甲'], []],
    [
      'taken out there, changed here',
      rows('甲', '乙'),
      rows('甲', '乙/済'),
      rows('甲'),
      ['1 甲', '2 乙/済'],
      ['target 乙 null'],
    ],
    [
      'the draft speaks of one alone',
      rows('甲', '乙'),
      [{ no: 2, target: '丁' }],
      rows('甲', '乙'),
      ['2 丁'],
      [],
    ],
    [
      'the draft speaks of one alone, the other changes',
      rows('甲', '乙'),
      [{ no: 2, target: '丁' }],
      rows('戊', '乙'),
      ['1 戊', '2 丁'],
      [],
    ],
  ])('%s', (_, was, own, is, expected, conflicts) => {
    const merged = merge(sheetOf(own), sheetOf(was), sheetOf(is));
    expect(short(targetsOf(merged.draft))).toEqual(expected);
    expect(told(merged)).toEqual(conflicts);
  });
});

describe('policies', () => {
  test.each<
    [string, Sheet['policies'], Sheet['policies'], Sheet['policies'], Sheet['policies'], string[]]
  >([
    ['changed there', ['甲', null], ['甲', null], ['丙', null], ['丙', null], []],
    ['changed here', ['甲'], ['乙'], ['甲'], ['乙'], []],
    ['another slot on each side', ['甲', null], ['乙', null], ['甲', '丙'], ['乙', '丙'], []],
    ['on both sides', ['甲'], ['乙'], ['丙'], ['乙'], ['policies 乙 丙']],
    ['a form with fewer slots', ['甲', '乙'], ['甲', '丁'], ['甲'], ['甲', '丁'], []],
    ['a form with more', ['甲'], ['甲'], ['甲', '丙'], ['甲', '丙'], []],
    ['a draft that does not speak of them', ['甲'], [], ['甲', '丙'], ['甲', '丙'], []],
    ['a draft that does not speak of them, nor anyone', ['甲', '乙'], [], ['甲', '乙'], [], []],
    ['not known before', [], ['甲', null], ['乙', '丙'], ['甲', '丙'], ['policies 甲 乙']],
  ])('%s', (_, was, own, is, expected, conflicts) => {
    const [draft, before, now] = [own, was, is].map((policies) => sheetOf([], policies));
    const merged = merge(draft as Sheet, before as Sheet, now as Sheet);
    expect(merged.draft.policies).toEqual(expected);
    expect(told(merged)).toEqual(conflicts);
  });
});

describe('sections', () => {
  const named = (section: string, division: string | null, text: string): Sheet => ({
    ...sheetOf([]),
    sections: [{ division, section, targets: [{ no: 1, target: text }] }],
  });
  const ward = (text: string): Sheet => ({
    ...sheetOf([]),
    sections: [
      ...named('総務課', null, text).sections,
      ...named('保護第１課、保護第２課', '地域みまもり支援センター', text).sections,
    ],
  });

  test('the one that is meant, however it is spelled; the others stay out', () => {
    const merged = merge(named('保護第1・第2課', null, '甲'), ward('甲'), ward('丙'));
    expect(merged.draft).toEqual(named('保護第1・第2課', null, '丙'));
    expect(merged.gone).toEqual([]);
  });

  test('one that the form has no more stays, and is told', () => {
    const merged = merge(named('区民課', null, '乙'), named('区民課', null, '甲'), ward('丙'));
    expect(merged.draft).toEqual(named('区民課', null, '乙'));
    expect(merged.gone).toHaveLength(1);
  });

  test('one that the form never had is not gone', () => {
    const merged = merge(named('区民課', null, '乙'), { policies: [], sections: [] }, ward('丙'));
    expect(merged.draft).toEqual(named('区民課', null, '乙'));
    expect(merged.gone).toEqual([]);
  });
});

const story = fc.tuple(taken, acts, acts).map(([before, here, there]) => ({
  before,
  draft: drafted(before, here, '甲'),
  now: inForm(before, there, '乙'),
}));

describe('whatever is done on both sides', () => {
  test('a form that did not change changes nothing', () => {
    fc.assert(
      fc.property(story, ({ before, draft }) => {
        const merged = merge(draft, before, before);
        expect(merged.draft).toEqual(draft);
        expect(merged).toMatchObject({
          taken: { sections: before.sections },
          conflicts: [],
          gone: [],
        });
      }),
      { numRuns: 500 },
    );
  });

  test('a draft in which nothing was written is what the form says', () => {
    fc.assert(
      fc.property(story, ({ before, now }) => {
        const merged = merge(before, before, now);
        expect(plainSheet(merged.draft)).toEqual(now);
        expect(merged.draft).toEqual(now);
        expect(merged.conflicts).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing that a person wrote is dropped', () => {
    fc.assert(
      fc.property(story, ({ before, draft, now }) => {
        const { draft: merged, conflicts } = merge(draft, before, now);
        const kept = textsIn(merged);
        const asked = conflicts.map(({ theirs }) => theirs);
        const [old, mine] = [textsIn(before), textsIn(draft)];
        expect(mine.filter((text) => !old.includes(text) && !kept.includes(text))).toEqual([]);
        // What the draft had of the form and took out was taken out by the chief.
        const theirs = textsIn(now).filter((text) => !old.includes(text) || mine.includes(text));
        expect(theirs.filter((text) => !kept.includes(text) && !asked.includes(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('merged again it stays, conflicts and all', () => {
    fc.assert(
      fc.property(story, ({ before, draft, now }) => {
        const once = merge(draft, before, now);
        expect(merge(once.draft, once.taken, now)).toEqual({ ...once, gone: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test('each target has a number of its own, and knows one of the form’s', () => {
    fc.assert(
      fc.property(story, ({ before, draft, now }) => {
        const targets = targetsOf(merge(draft, before, now).draft);
        for (const numbers of [
          targets.map(({ no }) => no),
          targets.map(({ no, takenNo = no }) => takenNo),
        ]) {
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is settled is settled', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.boolean()), ({ before, draft, now }, choices) => {
        let merged = merge(draft, before, now);
        const wanted: unknown[] = [];
        for (const conflict of merged.conflicts) {
          const side = choices.next().value ? 'mine' : 'theirs';
          merged = settle(merged, conflict, side);
          if (conflict[side] && typeof conflict[side] === 'string') wanted.push(conflict[side]);
        }
        expect(merged.conflicts).toEqual([]);
        const again = merge(merged.draft, merged.taken, now);
        expect(again.conflicts).toEqual([]);
        expect(textsIn(again.draft)).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns: 1000 },
    );
  });

  test('what was written into the form goes on from there', () => {
    fc.assert(
      fc.property(taken, acts, acts, (before, here, since) => {
        const sent = drafted(before, here, '甲');
        const typed = drafted(sent, since, '丙', before);
        const next = written(typed, sent);
        const merged = merge(next.draft, next.taken, plainSheet(sent));
        expect(merged.conflicts).toEqual([]);
        expect(plainSheet(merged.draft)).toEqual(plainSheet(typed));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('two pages with one draft', () => {
  const pages = fc.tuple(taken, acts, acts, acts).map(([form, first, here, there]) => {
    const saved = drafted(form, first, '丁');
    return {
      saved,
      mine: drafted(saved, here, '甲', form),
      theirs: drafted(saved, there, '乙', form),
    };
  });

  test('one that did nothing takes what the other has', () => {
    fc.assert(
      fc.property(pages, ({ saved, mine, theirs }) => {
        expect(mergeDrafts(mine, saved, saved).draft).toEqual(mine);
        const { draft, conflicts } = mergeDrafts(saved, saved, theirs);
        expect(changesBetween(draft, theirs)).toEqual([]);
        expect(conflicts).toEqual([]);
        // Both know alike where the form had their targets.
        const kept = (sheet: Sheet) =>
          targetsOf(sheet).map(({ no, takenNo = no }) => [no, takenNo]);
        expect(kept(draft)).toEqual(kept(theirs));
      }),
      { numRuns: 500 },
    );
  });

  test('a text whose place the other page has taken out with it is gone', () => {
    const saved = sheetOf([{ no: 1, target: null, measures: '甲' }]);
    const { draft } = mergeDrafts(saved, saved, sheetOf([{ no: 1, target: '乙' }]));
    expect(targetsOf(draft)).toEqual([{ no: 1, target: '乙', measures: null }]);
  });

  test('nothing that was written on either is dropped', () => {
    fc.assert(
      fc.property(pages, ({ saved, mine, theirs }) => {
        const { draft, conflicts } = mergeDrafts(mine, saved, theirs);
        const kept = [...textsIn(draft), ...conflicts.map((each) => each.theirs)];
        const old = textsIn(saved);
        const news = [...textsIn(mine), ...textsIn(theirs)].filter((text) => !old.includes(text));
        expect(news.filter((text) => !kept.includes(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
