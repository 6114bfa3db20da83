import type { Course, Step } from '../course.ts';
import { dutyLists } from '../duties.ts';
import { aim, at, catalog, greeting, scene, standard } from './steps.ts';

/** 002 §4 names three themes: the role, the current state and how to check it, model responses. */
export const subsectionChief: Course = {
  title: '係長級研修',
  minutes: 60,
  catalog,
  steps: [
    at('title', 1, greeting),
    at('aim', 1, aim),
    ...dutyLists.map(
      ({ name, duties, status, basis }): Step => ({
        kind: 'text',
        heading: `係長の役割：${name}`,
        text: duties.join('\n'),
        status,
        basis,
        minutes: 4,
        notes: '自分の職場がどちらの形かを尋ねます。いちばん難しいと思う役割を、隣の人と話します。',
      }),
    ),
    {
      kind: 'text',
      heading: '取組の進め方',
      text: [
        'P：いまの様子を知り、目標を決めます。',
        'D：目標に向けて取り組みます。',
        'C：取り組んだことを確かめます。',
        'A：確かめた結果をもとに、必要なところを改めます。',
      ].join('\n'),
      status: 'summary',
      basis: '002 §2',
      minutes: 3,
      notes: null,
    },
    {
      kind: 'text',
      heading: '取組は人を育てます',
      text: [
        '課題を見つけます。',
        'どう解決するかを話し合います。',
        '決めたことを実行します。',
        '振り返り、できたことを確かめ合います。',
      ].join('\n'),
      status: 'summary',
      basis: '001 §5(6)',
      minutes: 3,
      notes: '最近終えた取組について「できた」と思うことを、一人ずつ言葉にしてもらいます。',
    },
    {
      kind: 'text',
      heading: '職場のいまの様子を知る',
      text: [
        '窓口と電話の応対を、市民の席から見て、聞いてみます。',
        '市民から受けた意見や苦情を、記録から読み返します。',
        '係員に、困っていることと、うまくいったことを尋ねます。',
        '年に一度の振り返りを、係の話し合いの材料にします。',
      ].join('\n'),
      status: 'model',
      minutes: 5,
      notes: '個人を責めるために使わないことを、必ず伝えます。',
    },
    {
      kind: 'text',
      heading: '応対を見て、助言する',
      text: [
        '良かったところを、見たとおりに先に伝えます。',
        '直すところは一つにしぼり、次にどうするかを一緒に決めます。',
        '人のいない場所で、その日のうちに話します。',
      ].join('\n'),
      status: 'model',
      minutes: 5,
      notes: '二人一組で、係長と係員の役になって試します。',
    },
    scene('reception'),
    standard('reception-ask-purpose', 4, '手本になる応対の例を、声に出して読みます。'),
    standard('reception-explain-why-not', 4),
    scene('phone'),
    standard('phone-brief-on-transfer', 4),
    scene('counter'),
    standard('counter-face-the-person', 4),
    standard('counter-tell-what-follows', 4),
    scene('system'),
    standard('system-record-voices', 4),
    standard('system-help-when-busy', 4),
    at('closing', 4, '自分の係で最初に取り組むことと、その日付を決めてもらいます。'),
  ],
};
