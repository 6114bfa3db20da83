import { describe, expect, it } from 'vitest';
import data from '../../../core/catalog/data/kawasaki-city-2016.json' with { type: 'json' };

const official = {
  aim: '川崎市は、区役所サービスを向上することにより、市民とともに暮らしやすい地域社会を築く協働のパートナーとして、市民と区役所との間に信頼関係を築き、深めていくことをめざします。',
  philosophies: [
    [
      'basic-mission',
      '基本的な使命',
      '公共サービスの責任主体であるという自覚を持ち、全体の奉仕者として正確な情報に基づき公平・公正に区役所サービスを提供します。',
    ],
    [
      'citizen-view',
      '市民の視点',
      '市民が自らの課題を解決するためのサポートをしているという姿勢を持ちます。',
    ],
    [
      'empathy',
      '市民と共感',
      '市民が安心して話しやすい雰囲気をつくり、市民の話をよく聞いて受けとめます。',
    ],
    [
      'needs',
      'ニーズの把握',
      '市民が何を求めているのか、市民の話をよく聞いて引き出すことに努めます。',
    ],
    [
      'proper-service',
      '適切なサービス提供',
      '市民が目的を達成するために、すべきことを考え、手間を惜しむことなく誠実に行動し、適切なサービス提供や課題の解決につなげます。',
    ],
    [
      'comfort',
      '快適な環境',
      '市民が快適さを感じることができるよう、庁舎内施設の環境整備に努めます。',
    ],
    ['efficiency', '効率的運営', '市民・区役所双方のトータルなコスト意識を持って取り組みます。'],
    ['cooperation', '組織間の連携', '職場内・部署間で相互に情報共有を図り連携を良くします。'],
  ],
  scenes: [
    [
      'notice',
      1,
      'お知らせ',
      '市民が、様々な情報(制度変更や一般的な制度案内など)に関する区役所からのお知らせを受け、用件が発生する場面',
    ],
    [
      'reception',
      2,
      '応対',
      '市民が区役所に来庁するか電話するかを問わず、区役所の職員に問い合わせ等を行う場面',
    ],
    [
      'phone',
      3,
      '電話',
      '市民が、用件の概要や手続き方法などについて、電話で問い合わせ、確認する場面(職員から市民に電話する場合も含む)',
    ],
    [
      'counter',
      4,
      '対面',
      '市民が、区役所において職員から手続き等について必要に応じて説明をしてもらい、用件を済ます場面',
    ],
    [
      'visit',
      5,
      '地域訪問',
      '地域において、市民が区役所職員の訪問を受け、手続き等について必要に応じて説明をもらい、用件を済ます場面',
    ],
    ['common', 6, '共通', '①～⑤の複数の場面にわたって共通する基準'],
    [
      'system',
      7,
      '庁内体制',
      '市民へのサービスを効率的・効果的に遂行するための運営体制のあり方に関する場面',
    ],
    [
      'wayfinding',
      8,
      '庁舎案内',
      '市民が、用件に対処するために区役所に訪れ、目的の窓口等に行き着くまでの場面',
    ],
  ],
  scopeMarks: [
    [
      'law',
      '法令等で定められており、変更できないもの',
      [
        ['住民票の写しを発行する行為', '住民基本台帳法に基づき、住民票の写しを発行している。'],
        ['道路の整備や管理', '道路法等に基づき道路の整備や管理を行っている。'],
      ],
    ],
    [
      'city',
      '全市統一で、定められているもの',
      [
        ['業務システムの運用方法', '全市統一的に業務システムを運用している。'],
        ['放置自転車の撤去事業', '条例に基づき放置自転車の撤去等を行っている。'],
      ],
    ],
    [
      'ward',
      '区役所独自で、定められているもの',
      [
        [
          '市民からの申請を受け付け、住民票を手渡す行為',
          '渡し方や、説明の仕方などは区独自で工夫が可能',
        ],
        ['市民からの陳情対応', '説明の仕方や受付方法などは区独自の様々な工夫が可能'],
      ],
    ],
  ],
  chains: [
    {
      philosophy: 'citizen-view',
      standard:
        '市民ニーズの高い各種証明書は区役所開庁時間外でも一定の時間、取得できるようにしています。',
      target: '行政サービスコーナーの利用時間について、市民の利便性を高めます。',
      initiative: '休日の行政サービスコーナーの開設時間を17時まで延長',
      basis: '001 §5(3)',
    },
    {
      philosophy: 'comfort',
      standard: '市民が快適さを感じられるか、年に1回、所属の庁舎環境を点検しています。',
      target: '来庁者が待ち時間を有効活用できるようにします。\n待合スペースの混雑緩和を図ります。',
      initiative:
        'ITを活用し、庁舎外からも窓口の混雑状況や自分の前の待ち人数が把握できる番号発券機を導入',
      basis: '001 §5(3)',
    },
  ],
} as const;

const philosophyIds: string[] = official.philosophies.map(([id]) => id);
const sceneIds: string[] = official.scenes.map(([id]) => id);

/** The clauses of the source documents that an item of this catalog may rest on. */
const clauses: Record<string, readonly string[]> = {
  '000': ['§1(1)', '§1(2)', '§1(3)', '§1(4)', '§1(5)', '§2(1)', '§2(2)', '§2(3)', '§2(4)', '§2(5)'],
  '001': [
    '§1(4)',
    '§2',
    '§3',
    '§4',
    '§5(3)',
    ...official.philosophies.map(([, name]) => `§3 ${name}`),
    ...official.scenes.map(([, , name]) => `§4 ${name}`),
    '資料2 第25条',
  ],
  '002': ['§1(1)', '§1(2)', '§2(1)', '§2(2)', '§3'],
  '003': ['Ⅰ1(1)', 'Ⅰ1(2)', 'Ⅰ2(1)', 'Ⅰ2(2)', 'Ⅰ2(3)', 'Ⅰ3(1)'],
};

const length = (text: string) => [...text].length;
const strip = (ruby: string) => ruby.replace(/《[^》]*》/gu, '').replaceAll('｜', '');
const rubyUnit = /｜(\p{Script=Han}+)《([\p{Script=Hiragana}ー]+)》/gu;

const models = data.standards.filter(({ status }) => status === 'model');
const quoted = data.standards.filter(({ status }) => status === 'official');

describe('the catalog of 川崎市, edition 2016', () => {
  it('names itself', () => {
    expect(data).toMatchObject({
      format: 'furikaeri.catalog/1',
      id: 'kawasaki-city',
      edition: '2016',
      scope: 'city',
      extends: null,
      issuer: '川崎市',
      policies: [],
    });
    expect(data.sources.map(({ id }) => id)).toEqual(['000', '001', '002', '003']);
    for (const source of data.sources) {
      if ('issued' in source) expect(source.issued).toMatch(/^\d{4}-\d{2}$/u);
    }
  });

  it('has exactly the keys of the format', () => {
    const keys = (items: readonly object[]) => [
      ...new Set(items.map((i) => Object.keys(i).join())),
    ];
    expect(Object.keys(data).join()).toBe(
      'format,id,edition,scope,extends,title,issuer,sources,aim,philosophies,scenes,standards,policies,scopeMarks,chains',
    );
    expect(keys([data.aim])).toEqual(['text,status,basis']);
    expect(keys(data.philosophies)).toEqual(['id,name,statement,status,basis,notes']);
    expect(keys(data.scenes)).toEqual(['id,no,name,definition,status,basis']);
    expect(keys(data.standards)).toEqual([
      'id,scene,text,ruby,status,basis,philosophies,guidance,good,poor,raises',
    ]);
    expect(keys(data.scopeMarks)).toEqual(['id,name,examples,status,basis']);
    expect(keys(data.chains)).toEqual(['philosophy,standard,target,initiative,basis']);
  });
});

describe('what is quoted', () => {
  it('aim', () => {
    expect(data.aim).toEqual({ text: official.aim, status: 'official', basis: '001 §2' });
  });

  it('philosophy items, in their order, with notes marked as a summary', () => {
    expect(data.philosophies.map((p) => [p.id, p.name, p.statement])).toEqual(
      official.philosophies,
    );
    for (const { status, basis, notes } of data.philosophies) {
      expect([status, basis]).toEqual(['official', '001 §3']);
      expect(notes.length).toBeGreaterThanOrEqual(2);
      expect(notes.length).toBeLessThanOrEqual(4);
      for (const note of notes) expect(note.status).toBe('summary');
    }
  });

  it('scenes, in their order', () => {
    expect(data.scenes.map((s) => [s.id, s.no, s.name, s.definition])).toEqual(official.scenes);
    for (const { status, basis } of data.scenes) {
      expect([status, basis]).toEqual(['official', '001 §4']);
    }
  });

  it('scope marks', () => {
    expect(data.scopeMarks).toEqual(
      official.scopeMarks.map(([id, name, cells]) => ({
        id,
        name,
        examples: cells.map(([title, detail]) => `${title}：${detail}`),
        status: 'official',
        basis: '001 §1(4)',
      })),
    );
  });

  it('chains', () => {
    expect(data.chains).toEqual(official.chains);
  });

  it('the two example standards, and no other, are official', () => {
    expect(quoted.map((s) => [s.id, s.text, s.philosophies, s.basis])).toEqual([
      [
        'system-certificates-after-hours',
        official.chains[0].standard,
        ['citizen-view'],
        '001 §5(3)',
      ],
      ['wayfinding-yearly-premises-check', official.chains[1].standard, ['comfort'], '001 §5(3)'],
    ]);
    for (const { guidance } of quoted) expect(guidance).toContain('見本');
    expect(models.length + quoted.length).toBe(data.standards.length);
  });
});

describe('the set of standards', () => {
  it('has at least 44 model standards', () => {
    expect(models.length).toBeGreaterThanOrEqual(44);
  });

  it.each(sceneIds)('scene %s has at least five model standards', (scene) => {
    expect(models.filter((s) => s.scene === scene).length).toBeGreaterThanOrEqual(5);
  });

  it.each(philosophyIds)('philosophy item %s is used by at least four', (philosophy) => {
    const used = data.standards.filter((s) => s.philosophies.includes(philosophy));
    expect(used.length).toBeGreaterThanOrEqual(4);
  });

  it('is ordered by scene, the official ones first', () => {
    const rank = ({ scene, status }: { scene: string; status: string }) =>
      sceneIds.indexOf(scene) * 2 + (status === 'official' ? 0 : 1);
    const ranks = data.standards.map(rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('has no id and no text twice', () => {
    expect(new Set(data.standards.map(({ id }) => id)).size).toBe(data.standards.length);
    expect(new Set(data.standards.map(({ text }) => text)).size).toBe(data.standards.length);
  });

  it('holds the standard that the documentation uses as its example', () => {
    expect(data.standards.find(({ id }) => id === 'phone-name-first')).toMatchObject({
      scene: 'phone',
      text: '電話に出るとき、所属と名前を名乗っています。',
      basis: '001 §3 市民と共感',
      philosophies: ['empathy'],
    });
  });
});

describe.each(data.standards.map((s) => [s.id, s] as const))('%s', (_, standard) => {
  it('has an id of the right form, opened by its scene', () => {
    expect(standard.id).toMatch(/^[a-z0-9-]{1,60}$/u);
    expect(standard.id.startsWith(`${standard.scene}-`)).toBe(true);
    expect(sceneIds).toContain(standard.scene);
  });

  it('is one short sentence in the manner of the official examples', () => {
    expect(length(standard.text)).toBeLessThanOrEqual(60);
    expect(standard.text).toMatch(/^[^。\n]+ています。$/u);
  });

  it('names one to three known philosophy items', () => {
    expect(standard.philosophies.length).toBeGreaterThanOrEqual(1);
    expect(standard.philosophies.length).toBeLessThanOrEqual(3);
    expect(new Set(standard.philosophies).size).toBe(standard.philosophies.length);
    for (const id of standard.philosophies) expect(philosophyIds).toContain(id);
  });

  it('names a known document and clause, and the item it rests on', () => {
    const [source = '', ...clause] = standard.basis.split(' ');
    expect(clauses[source]).toContain(clause.join(' '));
    const named = official.philosophies.find(([, name]) => clause.join(' ') === `§3 ${name}`);
    if (named) expect(standard.philosophies).toContain(named[0]);
    const scene = official.scenes.find(([, , name]) => clause.join(' ') === `§4 ${name}`);
    if (scene) expect(standard.scene).toBe(scene[0]);
  });

  it('has furigana over every kanji, in hiragana, and nothing but the text beneath', () => {
    expect(strip(standard.ruby)).toBe(standard.text);
    const rest = standard.ruby.replace(rubyUnit, '');
    expect(rest).not.toMatch(/[\p{Script=Han}｜《》]/u);
  });

  it('has guidance and an example of each kind, a line each', () => {
    for (const line of [standard.guidance, standard.good, standard.poor]) {
      expect(line).toMatch(/^[^\n]+[。）]$/u);
      expect(length(line)).toBeLessThanOrEqual(80);
    }
    expect(standard.good).not.toBe(standard.poor);
    expect(standard.raises).toBeNull();
  });
});

it('keeps to one spelling of the words that are often mixed up', () => {
  const ours = data.standards
    .flatMap((s) => [s.status === 'model' ? s.text : '', s.guidance, s.good, s.poor])
    .concat(data.philosophies.flatMap(({ notes }) => notes.map(({ text }) => text)))
    .join('\n');
  for (const other of [
    'わかり',
    'わかる',
    '適確',
    '要件',
    '気づ',
    '、、',
    '無駄',
    '下さい',
    'お客',
  ]) {
    expect(ours).not.toContain(other);
  }
});

it('gives one word one reading, but for those that truly have two', () => {
  const readings = new Map<string, Set<string>>();
  for (const { ruby } of data.standards) {
    for (const [, base = '', reading = ''] of ruby.matchAll(rubyUnit)) {
      readings.set(base, (readings.get(base) ?? new Set()).add(reading));
    }
  }
  const two = [...readings].filter(([, set]) => set.size > 1).map(([base]) => base);
  // 出る・出す、次に・取り次ぐ、話・話す
  expect(two.toSorted()).toEqual(['出', '次', '話'].toSorted());
});
