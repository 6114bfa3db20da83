import type { Target } from '../../core/sheet/model/sheet.ts';

/** What chiefs write, for the pane and for the extension's page alike: the same sheet must come of it. */
export interface Scenario {
  readonly title: string;
  readonly template: string;
  /** As the template has it, or the name that is put in. */
  readonly section: string;
  readonly targets: readonly (Partial<Target> & Pick<Target, 'no'>)[];
  readonly policies?: readonly (string | null)[];
}

const fixtures = 'test/fixtures/templates';

export const scenarios: readonly Scenario[] = [
  {
    title: 'targets at the start of the year, in our own template',
    template: 'templates/section.xlsx',
    section: '区民課',
    targets: [
      {
        no: 1,
        scene: '応対',
        target: '初めて来た方が迷わないよう、6月までに案内表示を見直します。',
      },
      {
        no: 2,
        scene: null,
        target: '電話を3回以内に取ります。\n取れないときは、おわびを添えます。',
      },
    ],
    policies: ['市民の立場に立って、丁寧にご案内します。', null, '待ち時間を短くします。', null],
  },
  {
    title: 'results at its end, in the ward’s sheet',
    template: `${fixtures}/ward-filled.xlsx`,
    section: '区民課',
    targets: [
      { no: 1, result: '5月と11月に見直し、問い合わせが減りました。' },
      { no: 2, result: '＝目標どおり、月1回の練習をしました。\n\n　字下げした段落も残ります。' },
      { no: 3, result: null },
    ],
  },
  {
    title: 'more targets than rows',
    template: 'templates/ward.xlsx',
    section: '衛生課',
    targets: [1, 2, 3, 4, 5].map((no) => ({ no, target: `${no}番目の目標です。` })),
  },
  {
    title: 'texts that a spreadsheet would take for something else',
    template: `${fixtures}/ward-merged.xlsx`,
    section: '保険年金課',
    targets: [
      { no: 1, target: '=1+1', result: '1-2' },
      { no: 2, target: '@窓口', result: '10%' },
      { no: 3, target: "'引用", result: '令和8年4月1日' },
    ],
  },
  {
    title: 'rare letters, and what no cell can hold',
    template: `${fixtures}/vertical-scenes.xlsx`,
    section: '高齢・障害課',
    targets: [
      {
        no: 1,
        target: '𠮷田・髙橋・葛\u{e0100}飾の方にも、🙇でおわびします。',
        result: '左\u0000右',
      },
      { no: 2, target: '<b>太字</b> & "引用" _x0041_' },
    ],
  },
];
