import type { Book, Box, BoxStyle, Page } from './flat-sheet.ts';

// The published sheet in the manners of different offices. All wording is ours, marked 見本.

interface Section {
  readonly division: string | null;
  readonly name: string;
  readonly targets: number;
}

const divisions: readonly (readonly [string | null, readonly (readonly [string, number])[]])[] = [
  [null, [['危機管理担当', 2]]],
  [
    'まちづくり推進部',
    [
      ['総務課', 3],
      ['企画課', 3],
      ['地域振興課', 4],
      ['生涯学習支援課', 3],
    ],
  ],
  [
    '区民サービス部',
    [
      ['区民課', 3],
      ['保険年金課', 3],
    ],
  ],
  [
    '地域みまもり支援センター',
    [
      ['地域ケア推進課', 3],
      ['地域支援課', 3],
      ['児童家庭課', 3],
      ['高齢・障害課', 3],
      ['保護第1課・保護第2課', 3],
      ['衛生課', 2],
      ['学校・地域連携担当', 3],
      ['保育所等・地域連携担当', 3],
    ],
  ],
  [
    '道路公園センター',
    [
      ['管理課', 4],
      ['整備課', 3],
    ],
  ],
];

const ward: readonly Section[] = divisions.flatMap(([division, sections]) =>
  sections.map(([name, targets]) => ({ division, name, targets })),
);
const part = ward.slice(4, 8);
const joint = ward.slice(10, 13);

const policies = [
  '① 市民の立場に立って、分かりやすく丁寧にご案内します。',
  '② 困りごとに気付き、担当の窓口まで確かにおつなぎします。',
  '③ 待ち時間を短くし、快適に過ごせる庁舎にします。',
  '④',
];

const head = { bold: true, center: true, fill: '#dbe5f1' } satisfies BoxStyle;
const title = { size: 16, bold: true, center: true, border: false } satisfies BoxStyle;
const plain = { border: false } satisfies BoxStyle;
const circled = (number: number) => String.fromCodePoint(0x245f + number);

const targetTexts = [
  '　窓口にお越しの方に、こちらからお声をかけ、ご用件に合った申請書を一緒に選びます。\n　書き方の見本を記載台の全ての席に置き、４月と10月に中身を見直します。',
  '　お電話を担当につなぐときは、伺ったご用件を先に伝え、同じことを二度お話しいただかないようにします。',
  '　通知の文を読む方の目で見直し、問い合わせの多い言葉にやさしい言い換えを添えます。\n　見直した通知は課内で共有し、翌年度のひな形にします。\n　見直しの前後で、お問い合わせの件数を比べます。',
];
const resultTexts = [
  '　記載台の見本を新しくし、書き直しをお願いすることが少なくなりました。',
  '　取り次ぎの用紙を作り、課の全員で使いました。お待たせする時間が短くなったとのお声をいただきました。\n　来年度も続けます。',
  '　三つの通知を見直しました。残りは来年度に取り組みます。',
];

const scenes = ['②応対', '③電話', '①お知らせ', '④対面'];

function at(
  row: number,
  column: number,
  text: string,
  look: BoxStyle = {},
  more: Partial<Box> = {},
): Box {
  return { row, column, text, look, ...more };
}

/** Sections one below the other, each with its rows. */
function placed(sections: readonly Section[], top: number, rowsEach = 1) {
  let next = top;
  return sections.map((section) => {
    const row = next;
    next += section.targets * rowsEach;
    return {
      ...section,
      row,
      rows: Array.from({ length: section.targets }, (_, n) => row + n * rowsEach),
    };
  });
}

const heightsOf = (rows: readonly number[], points: number) =>
  new Map(rows.map((row) => [row, points]));

/** A whole ward: division, section, number and scene, target, result; merged wherever one can merge. */
function wardMerged(filled: boolean): Book {
  const body = placed(ward, 9);
  const rows = body.flatMap((section) => section.rows);
  const last = rows.at(-1) ?? 9;
  const boxes: Box[] = [
    at(1, 1, '令和８年度　区役所サービス向上方針・目標・結果（見本）', title, { across: 8 }),
    at(2, 8, 'みほん区', { ...plain, center: true }),
    at(3, 1, '区役所サービス向上方針', head, { down: 4, across: 2 }),
    ...policies.map((text, index) => at(3 + index, 3, text, {}, { across: 6 })),
    at(8, 1, '部署名', head, { across: 2 }),
    at(8, 3, '番号・場面', head),
    at(8, 4, '目標及び具体的な取組内容', head, { across: 3 }),
    at(8, 7, '実施結果及び目標の達成度', head, { across: 2 }),
  ];
  for (const [index, { division, name, row, rows: own }] of body.entries()) {
    const first = body[index - 1]?.division !== division;
    const down = body.filter((one) => one.division === division).flatMap((one) => one.rows).length;
    if (!division) boxes.push(at(row, 1, name, { center: true }, { down: own.length, across: 2 }));
    else {
      if (first) boxes.push(at(row, 1, division, { center: true, vertical: true }, { down }));
      boxes.push(at(row, 2, name, { center: true }, { down: own.length }));
    }
    for (const [n, line] of own.entries()) {
      const text = (texts: readonly string[]) => (filled ? (texts[(index + n) % 3] ?? '') : '');
      const scene = filled && n % 2 === 0 ? (scenes[n]?.slice(1) ?? '') : '';
      boxes.push(
        at(line, 3, circled(n + 1) + scene, { center: true, vertical: true }),
        at(line, 4, text(targetTexts), {}, { across: 3 }),
        at(line, 7, text(resultTexts), {}, { across: 2 }),
      );
    }
  }
  const page: Page = {
    name: '全体',
    columns: [40, 90, 36, 90, 90, 90, 130, 130],
    boxes,
    heights: heightsOf(rows, 96).set(8, 50),
    print: `A1:H${last}`,
    repeated: [8, 8],
    breaks: [body[5]?.row ?? 0, body[11]?.row ?? 0],
  };
  return { pages: [page], names: { 対象区: '$全体.$H$2' } };
}

/**
 * The sheet as a ward publishes it (004): policies under their caption, the caption of the targets right
 * above the header, numbers in upright letters without a heading; 17 sections with three rows each, of
 * cells that nobody has set to wrap.
 */
function wardPublished(): Book {
  const sections = ward.map((section) => ({ ...section, targets: 3 }));
  const body = placed(sections, 9);
  const one = { oneLine: true } satisfies BoxStyle;
  const boxes: Box[] = [
    at(1, 1, '令和８年度　みほん区役所　サービス向上方針・目標・結果（見本）', title, {
      across: 4,
    }),
    at(2, 1, '区役所サービス向上方針', head, { across: 4 }),
    ...['①', '②', '③', '④'].map((mark, index) => at(3 + index, 1, mark, one, { across: 4 })),
    at(7, 1, '区役所サービス向上目標', head, { across: 4 }),
    at(8, 1, '部署名', head),
    at(8, 2, '', head),
    at(8, 3, '目標及び具体的な取組内容', head),
    at(8, 4, '実施結果及び目標の達成度', head),
    ...body.flatMap(({ division, name, row, rows }) => [
      at(row, 1, division ? `${division}\n${name}` : name, { center: true }, { down: rows.length }),
      ...rows.flatMap((line, n) => [
        at(line, 2, String(n + 1), { center: true, vertical: true }),
        at(line, 3, '', one),
        at(line, 4, '', one),
      ]),
    ]),
  ];
  const page: Page = {
    name: '公表',
    columns: [110, 26, 330, 330],
    boxes,
    heights: heightsOf(
      body.flatMap(({ rows }) => rows),
      60,
    ),
    print: `A1:D${body.at(-1)?.rows.at(-1) ?? 9}`,
    repeated: [8, 8],
  };
  return { pages: [page] };
}

/** The header stands in two rows: a group, and what is in it; targets of part of a ward. */
function twoHeaderRows(): Book {
  const body = placed(part, 8);
  const boxes = [
    at(1, 1, '令和8年度　区役所サービス向上目標・結果（見本）', title, { across: 6 }),
    ...policies.slice(0, 3).map((text, index) => at(2 + index, 1, text, plain, { across: 6 })),
    at(6, 1, '部署名', head, { down: 2 }),
    at(6, 2, '年度当初', head, { across: 3 }),
    at(6, 5, '年度末', head, { across: 2 }),
    at(7, 2, '番号', head),
    at(7, 3, '場面', head),
    at(7, 4, '目標及び\n具体的な取組内容', head),
    at(7, 5, '実施結果', head),
    at(7, 6, '目標の達成度', head),
    ...body.flatMap(({ division, name, row, rows }) => [
      at(row, 1, division ? `${division}\n${name}` : name, { center: true }, { down: rows.length }),
      ...rows.flatMap((line, n) => [
        at(line, 2, String(n + 1), { center: true }),
        ...[3, 4, 5, 6].map((column) => at(line, column, '')),
      ]),
    ]),
  ];
  const heights = heightsOf(
    body.flatMap(({ rows }) => rows),
    80,
  ).set(7, 36);
  return { pages: [{ name: '様式', columns: [110, 36, 60, 280, 200, 80], boxes, heights }] };
}

/** Number and scene as upright letters in a narrow column; each target spreads over two rows. */
function verticalScenes(): Book {
  const body = placed(joint, 6, 2);
  const boxes = [
    at(1, 2, '区役所サービス向上目標（みほん区・見本）', title, { across: 4 }),
    at(2, 2, '区役所サービス向上方針', plain, { across: 4 }),
    at(3, 2, policies.slice(0, 3).join('\n'), {}, { across: 4 }),
    at(5, 2, '部　署　名', head),
    at(5, 3, '番号場面', { ...head, vertical: true }),
    at(5, 4, '目標及び具体的な取組内容', head),
    at(5, 5, '実施結果及び\n目標の達成度', head),
    ...body.flatMap(({ name, row, targets, rows }) => [
      at(row, 2, name, { center: true, vertical: true }, { down: targets * 2 }),
      ...rows.flatMap((line, n) => [
        at(line, 3, scenes[n] ?? '', { center: true, vertical: true }, { down: 2 }),
        at(line, 4, '', {}, { down: 2 }),
        at(line, 5, '', {}, { down: 2 }),
      ]),
    ]),
  ];
  const heights = new Map([
    [3, 60],
    [5, 75],
  ]);
  for (let row = 6; row < 6 + joint.reduce((sum, one) => sum + one.targets * 2, 0); row++)
    heights.set(row, 48);
  return { pages: [{ name: 'Sheet1', columns: [12, 40, 28, 330, 330], boxes, heights }] };
}

/** More columns than the published sheet has, a division's name as a band above its sections, no merges in the table. */
function extraColumns(): Book {
  const words = [
    '所属名',
    '担当係',
    '№',
    '場面',
    '基本理念',
    '目標及び取組内容',
    '対応する方針',
    '実施結果及び達成度',
    '達成度',
    '今後の対応方策',
    '備考',
  ];
  const boxes: Box[] = [
    at(2, 3, '令和８年度区役所サービス向上目標　進行管理表（見本）', title, { across: 11 }),
    at(3, 3, '方針', plain),
    ...policies.map((text, index) => at(3 + index, 4, text, plain, { across: 9 })),
    ...words.map((word, index) => at(8, 3 + index, word, head)),
  ];
  let row = 9;
  for (const [division, sections] of divisions.slice(0, 3)) {
    if (division) boxes.push(at(row++, 3, `【${division}】`, { bold: true }));
    for (const [name, targets] of sections) {
      for (let n = 0; n < targets; n++, row++) {
        boxes.push(at(row, 3, n === 0 ? name : ''), at(row, 5, `（${n + 1}）`, { center: true }));
        for (const column of [4, 6, 7, 8, 9, 10, 11, 12, 13])
          boxes.push(at(row, column, '', {}, column === 11 ? { choice: '達成度' } : {}));
      }
    }
  }
  const page: Page = {
    name: '進行管理',
    columns: [10, 10, 90, 60, 28, 60, 80, 240, 50, 200, 50, 120, 80],
    boxes,
  };
  return { pages: [page], choices: { 達成度: ['達成', 'おおむね達成', '未達成'] } };
}

/** Sections that are no more and a column of notes, both hidden; a filter on the header. */
function hiddenRows(): Book {
  const body = placed([{ division: null, name: '旧・税務課', targets: 2 }, ...part], 6);
  const boxes = [
    at(1, 1, '区役所サービス向上目標及び結果（見本）', title, { across: 6 }),
    ...policies.map((text, index) => at(2 + index, 1, text, plain, { across: 6 })),
    ...[
      '部署名',
      '昨年度の目標',
      '番号',
      '場面',
      '目標及び具体的な取組内容',
      '実施結果及び目標の達成度',
    ].map((word, index) => at(5, 1 + index, word, head)),
    ...body.flatMap(({ name, rows }) =>
      rows.flatMap((line, n) => [
        at(line, 1, name),
        at(line, 2, '昨年度の文'),
        at(line, 3, circled(n + 1), { center: true }),
        ...[4, 5, 6].map((column) => at(line, column, '')),
      ]),
    ),
  ];
  const last = Math.max(...boxes.map(({ row }) => row));
  return {
    pages: [
      {
        name: '目標一覧',
        columns: [120, 100, 30, 60, 280, 220],
        boxes,
        hiddenRows: [6, 7],
        hiddenColumns: [2],
        filter: `A5:F${last}`,
        heights: heightsOf(
          body.flatMap(({ rows }) => rows),
          64,
        ),
      },
    ],
  };
}

/** The form of one section: the smallest there is. */
function sectionPage(
  name: string,
  { division, name: section, targets }: Section,
  more: Partial<Page> = {},
): Page {
  const unlocked = { unlocked: true };
  const rows = Array.from({ length: targets }, (_, n) => 9 + n);
  return {
    name,
    columns: [90, 50, 300, 300],
    boxes: [
      at(1, 1, '令和８年度　区役所サービス向上目標シート（見本）', title, { across: 4 }),
      at(2, 1, '部署名', head),
      at(2, 2, division ? `${division}　${section}` : section, {}, { across: 3 }),
      at(3, 1, '方針', head, { down: 4 }),
      ...policies.map((text, index) => at(3 + index, 2, text, {}, { across: 3 })),
      at(8, 1, '番号', head),
      at(8, 2, '場面', head),
      at(8, 3, '目標及び具体的な取組内容', head),
      at(8, 4, '実施結果及び目標の達成度', head),
      ...rows.flatMap((row, n) => [
        at(row, 1, `目標${n + 1}`, { center: true }),
        ...[2, 3, 4].map((column) => at(row, column, '', unlocked)),
      ]),
    ],
    heights: heightsOf(rows, 110),
    ...more,
  };
}

/** How to fill it in, with an example that looks like the form; the form; and a hidden list. */
function severalSheets(): Book {
  const section = part[1] ?? part[0];
  if (!section) return { pages: [] };
  const form = sectionPage('様式', section);
  const example = sectionPage('記入例', section);
  const written = example.boxes.map((box) =>
    box.row >= 9 && box.column > 1
      ? { ...box, text: [scenes, targetTexts, resultTexts][box.column - 2]?.[box.row - 9] ?? '' }
      : box,
  );
  const list: Page = {
    name: 'リスト',
    columns: [100],
    hidden: true,
    boxes: ['場面', ...scenes].map((text, index) => at(1 + index, 1, text)),
  };
  const guide: Page = {
    name: '記入要領',
    columns: [500],
    boxes: [
      '記入要領（見本）',
      '１　目標は、市民の立場から見てどうかを考えて、三つまで書きます。',
      '２　「目標及び具体的な取組内容」の欄には、いつ、何をするかを書きます。',
      '３　「実施結果及び目標の達成度」の欄は、年度末に書きます。',
    ].map((text, index) => at(1 + index, 1, text, plain)),
  };
  return { pages: [guide, { ...example, boxes: written }, form, list] };
}

/** The header is written again above the rows of each printed page, and a section goes on over the break. */
function headerPerPage(): Book {
  const boxes: Box[] = [
    at(1, 1, '令和８年度　区役所サービス向上目標・結果（見本）', title, { across: 4 }),
  ];
  const breaks: number[] = [];
  const header = (row: number) =>
    ['部署名', '番号・場面', '目標及び具体的な取組内容', '実施結果及び目標の達成度'].map(
      (word, index) => at(row, 1 + index, word, head),
    );
  const lines = part.flatMap(({ name, targets }) =>
    Array.from({ length: targets }, (_, n) => ({ name, n })),
  );
  let row = 3;
  for (const [index, { name, n }] of lines.entries()) {
    if (index % 5 === 0) {
      if (index > 0) breaks.push(row);
      boxes.push(...header(row++));
    }
    const shown = n === 0 ? name : index % 5 === 0 ? `${name}（続き）` : '';
    boxes.push(
      at(row, 1, shown),
      at(row, 2, circled(n + 1), { center: true }),
      at(row, 3, ''),
      at(row, 4, ''),
    );
    row++;
  }
  return { pages: [{ name: 'Sheet1', columns: [110, 70, 300, 300], boxes, breaks }] };
}

/** A form with formulas, where they should be and where they are in the way. */
function formulas(): Book {
  const section = part[1] ?? part[0];
  if (!section) return { pages: [] };
  const form = sectionPage('様式', section);
  const boxes = form.boxes.map((box) => {
    if (box.row === 2 && box.column === 2)
      return { ...box, text: '区民課', formula: 'of:=[$設定.$B$1]' };
    if (box.row === 10 && box.column === 3) return { ...box, text: '', formula: 'of:=[.C9]' };
    return box;
  });
  boxes.push({ row: 13, column: 3, text: '', formula: 'of:=COUNTA([.C9:.C11])', look: plain });
  const settings: Page = {
    name: '設定',
    columns: [80, 120],
    boxes: [at(1, 1, '部署名'), at(1, 2, '区民課')],
  };
  return { pages: [{ ...form, boxes }, settings] };
}

/** Every template by the name of its file. */
export function templateBooks(): Readonly<Record<string, Book>> {
  const single = sectionPage('目標シート', { division: null, name: '危機管理担当', targets: 3 });
  return {
    'ward-merged': wardMerged(false),
    'ward-filled': wardMerged(true),
    'ward-published': wardPublished(),
    'two-header-rows': twoHeaderRows(),
    'vertical-scenes': verticalScenes(),
    'extra-columns': extraColumns(),
    'hidden-rows': hiddenRows(),
    'several-sheets': severalSheets(),
    'header-per-page': headerPerPage(),
    'section-sheets': { pages: part.map((section) => sectionPage(section.name, section)) },
    'section-single': { pages: [single] },
    protected: { pages: [{ ...single, protected: true }] },
    formulas: formulas(),
  };
}
