import { describe, expect, test } from 'vitest';
import type { Advice } from '../../../core/sheet/advice.ts';
import { coach, type Phase } from '../../../core/sheet/coach.ts';
import type { Sheet, Target } from '../../../core/sheet/sheet.ts';
import { similarity } from '../../../core/sheet/similarity.ts';

const sheetOf = (...targets: Partial<Target>[]): Sheet => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [],
  sections: [
    {
      division: null,
      section: '区民課',
      targets: targets.map((target, index) => ({ no: index + 1, ...target })),
    },
  ],
});

/** `code no.field word→better`, one for each advice. */
const told = (sheet: Sheet, phase?: Phase) =>
  coach(sheet, phase).map(({ code, place: { no, field }, params }: Advice) =>
    [code, no === null ? '' : `${no}.${field}`, Object.values(params).join('→')]
      .filter(Boolean)
      .join(' '),
  );

const good = {
  target: '窓口に来た方を3分以上お待たせしないよう、混む日は受付を2人にします。',
  philosophies: ['comfort'],
} as const;

describe('at the start', () => {
  test.each<[string, Partial<Target>[], string[]]>([
    ['a good one', [good], []],
    ['none', [], ['no-target']],
    ['one of blanks', [{ target: '　\n' }], ['no-target']],
    ['three', [good, good, good], []],
    ['four', [good, good, good, good], ['many-targets 4→3']],
    ['no link', [{ target: good.target }], ['no-link 1.philosophies']],
    [
      'a link to a standard',
      [{ target: good.target, standard: { id: 'phone-name-first', kind: 'raise' } }],
      [],
    ],
    [
      'no measure',
      [{ ...good, target: '来庁された方を丁寧にご案内します。' }],
      ['no-measure 1.target'],
    ],
    [
      'a date',
      [{ ...good, target: '年度内に案内表示を見直し、来庁者が迷わないようにします。' }],
      [],
    ],
    ['how often', [{ ...good, target: '毎朝、窓口の様子を課の全員に伝えます。' }], []],
    [
      'staff alone',
      [{ ...good, target: '課内研修を年2回行い、職員の知識を高めます。' }],
      ['not-citizen 1.target 課内'],
    ],
    [
      'staff, for citizens',
      [{ ...good, target: '課内研修を年2回行い、市民の質問にその場で答えます。' }],
      [],
    ],
    [
      'stiff words',
      [{ ...good, target: '当該窓口では、可及的速やかに市民へ書類を3種類そろえます。' }],
      ['stiff-word 1.target 可及的速やかに→できるだけ早く', 'stiff-word 1.target 当該→その'],
    ],
    [
      'stiff verbs, by the whole word',
      [{ ...good, target: '窓口の充実を図り、年2回、丁寧な案内に努めていきます。' }],
      ['stiff-word 1.target 充実を図る→充実させる', 'stiff-word 1.target 努める→…します'],
    ],
    [
      'slips',
      [{ ...good, target: 'ご要件を伺い、、適確に3分で窓口へご案内します。。' }],
      [
        'typo 1.target 、、→、',
        'typo 1.target 。。→。',
        'typo 1.target 適確→的確',
        'typo 1.target ご要件→用件',
      ],
    ],
    [
      'a requirement is none',
      [{ ...good, target: '3つの要件を満たす方に、窓口で証明書を渡します。' }],
      [],
    ],
    [
      'two spellings',
      [
        { ...good, target: '分かりやすい表示を窓口に3つ置きます。' },
        { ...good, target: '市民がわかる言葉で、第1・第２係が年2回、分かりやすく伝えます。' },
      ],
      ['spelling 2.target わか→分か', 'spelling 2.target 第２→第1'],
    ],
    ['results are not asked for', [{ ...good, result: null }], []],
  ])('%s', (_, targets, expected) => {
    expect(told(sheetOf(...targets), 'start')).toEqual(expected);
  });
});

describe('at the end', () => {
  const done = { ...good, result: '4月から受付を2人にし、平均は2分でした。' };
  test.each<[string, Partial<Target>[], string[]]>([
    ['a good one', [done], []],
    ['no result', [done, good], ['no-result 2.result']],
    [
      'the target again',
      [
        {
          ...good,
          result: '窓口に来た方を3分以上お待たせしないよう、混む日は受付を2人にしました。',
        },
      ],
      ['result-repeats 1.result 95'],
    ],
    [
      'missed, nothing next',
      [{ ...done, achievement: 'missed' }],
      ['no-countermeasure 1.countermeasure'],
    ],
    [
      'missed, and what is next',
      [{ ...done, achievement: 'missed', countermeasure: '来年度は4月に始めます。' }],
      [],
    ],
    [
      'missed in its own words',
      [{ ...good, result: '混む日の受付を2人にできませんでした。' }],
      ['no-countermeasure 1.countermeasure'],
    ],
    [
      'missed in its own words, and what is next',
      [{ ...good, result: '混む日の受付を2人にできませんでした。来年度は4月に始めます。' }],
      [],
    ],
    [
      'what was not measured stays so',
      [{ target: '丁寧に応対します。', result: '声をかけました。' }],
      [],
    ],
    [
      'stiff words in what is next',
      [{ ...done, countermeasure: '鋭意取り組みます。' }],
      ['stiff-word 1.countermeasure 鋭意→力を入れて'],
    ],
  ])('%s', (_, targets, expected) => {
    expect(told(sheetOf(...targets), 'end')).toEqual(expected);
  });
});

test('a sheet with a result is at its end', () => {
  expect(told(sheetOf(good))).toEqual([]);
  expect(told(sheetOf(good, { ...good, result: '2人にしました。' }))).toEqual([
    'no-result 1.result',
  ]);
});

test('every advice on a rule names its clause', () => {
  const advice = coach(sheetOf({ target: '職員の当該業務を改善します。' }), 'start');
  expect(advice.map(({ code, clause }) => `${code} ${clause}`)).toEqual([
    'no-link 001 §5(3)',
    'no-measure 001 §5(2)',
    'not-citizen 001 §5(2)',
    'stiff-word null',
  ]);
});

test.each([
  ['同じ文です。', '同じ文です', 1],
  ['ＯＪＴを行います', 'OJTを 行います', 1],
  ['あいうえお', 'かきくけこ', 0],
  ['', '', 1],
  ['長い文をここに書きました', '短', 0],
])('%j and %j share %d', (one, other, share) => {
  expect(similarity(one, other)).toBe(share);
});

test('long texts are compared without long waiting', () => {
  expect(similarity('あ'.repeat(32_767), 'あ'.repeat(32_767))).toBe(1);
});
