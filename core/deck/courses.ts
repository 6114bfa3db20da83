import type { Catalog, PhilosophyId, SceneId, StandardId } from '../catalog/catalog.ts';
import { composeCourse } from './compose.ts';
import type { Course, Step } from './course.ts';
import { dutyLists } from './duties.ts';

/** The courses that come with the product. Their items, times and notes are ours (見本); what is shown is the catalog's. */

export interface BuiltInCourse {
  readonly id: string;
  /** For whom, and what it is for. */
  readonly what: string;
  readonly course: Course;
}

const at = (kind: 'title' | 'aim' | 'closing', minutes: number, notes: string | null): Step => ({
  kind,
  minutes,
  notes,
});

const philosophy = (ref: PhilosophyId, minutes: number, notes: string | null = null): Step => ({
  kind: 'philosophy',
  ref,
  minutes,
  notes,
});

const scene = (ref: SceneId, minutes = 0.5, notes: string | null = null): Step => ({
  kind: 'scene',
  ref,
  minutes,
  notes,
});

const standard = (ref: StandardId, minutes: number, notes: string | null = null): Step => ({
  kind: 'standard',
  ref,
  minutes,
  notes,
});

const catalog = [{ id: 'kawasaki-city', edition: '2016' }];

const greeting =
  'あいさつと、今日の流れを話します。できていない人を探す時間ではなく、応対をみんなで良くする時間だと伝えます。';
const aim = 'ゆっくり読み上げます。「信頼関係」という言葉で、思い出す場面があるかを尋ねます。';
const closing =
  '明日から取り組むことを一つ決めてもらい、隣の人と話します。年に一度の振り返りにもつながることを伝えます。';

const newStaff: Course = {
  title: '新任職員研修',
  minutes: 30,
  catalog,
  steps: [
    at('title', 1, greeting),
    at('aim', 1, aim),
    philosophy('basic-mission', 1, '公務員として最初に大切にしたい考え方です。'),
    philosophy('citizen-view', 1),
    philosophy('empathy', 1, '自分が窓口で不安だったときのことを、思い出してもらいます。'),
    scene('reception'),
    standard('reception-listen-to-end', 3, '二人一組になり、1分ずつ「聞くだけ」を試します。'),
    standard('reception-find-right-desk', 3),
    scene('phone'),
    standard('phone-name-first', 3, '隣の人と、電話の第一声を声に出して練習します。'),
    standard('phone-offer-call-back', 3),
    scene('counter'),
    standard('counter-greet-first', 3, '実際に立って、目を合わせて声をかける練習をします。'),
    standard('counter-tell-waiting-time', 3),
    standard(
      'common-plain-speech',
      3,
      '自分の係でよく使う専門用語を一つ挙げて、言い換えてみます。',
    ),
    at('closing', 2.5, closing),
  ],
};

/** 002 §4 names three themes: the role, the current state and how to check it, model responses. */
const subsectionChief: Course = {
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

const counterService: Course = {
  title: '窓口応対研修',
  minutes: 45,
  catalog,
  steps: [
    at('title', 1, greeting),
    at('aim', 1, aim),
    philosophy('needs', 1),
    philosophy('proper-service', 1),
    scene('reception'),
    standard('reception-listen-to-end', 3),
    standard('reception-confirm-request', 3, '二人一組で、用件を短く言い直す練習をします。'),
    scene('counter'),
    standard('counter-greet-first', 3, '実際に立って、目を合わせて声をかける練習をします。'),
    standard('counter-face-the-person', 3),
    standard('counter-show-where-to-write', 3),
    standard('counter-tell-waiting-time', 3),
    standard('counter-write-missing-items', 3),
    standard('counter-protect-privacy', 3),
    standard('counter-tell-what-follows', 3),
    standard('counter-tidy-for-next', 3),
    scene('common'),
    standard('common-plain-speech', 3),
    standard('common-adapt', 3, '日本語を学んでいる方に、自分の手続きを説明してみます。'),
    at('closing', 3.5, closing),
  ],
};

/** 003: greetings before work all the year round, and a month of them at its beginning. */
const beforeWork: Course = {
  title: '始業前の5分',
  minutes: 5,
  catalog,
  steps: [
    at('title', 0.5, 'その日の当番が進めます。立ったままで構いません。'),
    {
      kind: 'text',
      heading: '一日を、あいさつから',
      text: [
        '職場ごとに、接遇の研修や始業前のあいさつに取り組みます。',
        '一年を通して続け、年度の初めの強化月間に力を入れます。',
      ].join('\n'),
      status: 'summary',
      basis: '003 Ⅰ1(1)',
      minutes: 0.5,
      notes: '全員であいさつを交わします。',
    },
    standard('counter-greet-first', 2.5, '声に出して読み、隣の人と一度ずつ試します。'),
    at('closing', 1.5, '今日気をつけることを、一人ひとこと言ってもらいます。'),
  ],
};

export const builtInCourses: readonly BuiltInCourse[] = [
  {
    id: 'new-staff',
    what: '区役所で働き始めた人に、応対の基本を伝えます。着任した日の職場研修にも使えます。',
    course: newStaff,
  },
  {
    id: 'subsection-chief',
    what: '係長の役割、職場の様子を知る方法、手本になる応対を取り上げます。職場外研修向けです。',
    course: subsectionChief,
  },
  {
    id: 'counter',
    what: '窓口での応対の基準を、練習しながら一つずつ確かめます。職場研修や日々のOJTに使えます。',
    course: counterService,
  },
  {
    id: 'before-work',
    what: '朝礼や強化月間に、基準を一つ、声に出して確かめます。ほかの項目は、研修を作って選べます。',
    course: beforeWork,
  },
];

const everythingMinutes = 120;

/** Every philosophy item and every standard of a catalog; null where it has no standard. */
export function courseOfEverything(catalog: Catalog): BuiltInCourse | null {
  const composed = composeCourse(
    {
      title: '全項目の研修',
      minutes: everythingMinutes,
      aim: true,
      philosophies: true,
      standards: catalog.standards.map(({ id }) => id),
      own: new Map(),
      before: [],
    },
    catalog,
  );
  return composed.ok
    ? {
        id: 'everything',
        what: '理念とすべての基準を、場面の順に見ていきます。何回かに分けても使えます。',
        course: composed.value,
      }
    : null;
}
