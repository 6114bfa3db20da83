/** What a template may have a column for, named as in the model. `noScene` is 番号 and 場面 in one (004). */
export const sheetFields = [
  'division',
  'section',
  'no',
  'scene',
  'noScene',
  'target',
  'result',
  'achievement',
  'countermeasure',
  'philosophies',
  'policy',
  'organizationGoal',
  'cost',
  'nominate',
  'becomesStandard',
] as const;
export type SheetField = (typeof sheetFields)[number];

const headings: readonly (readonly [SheetField, RegExp])[] = [
  ['division', /^(?:部|局|部局|部センター|部等|センター)(?:名称?)?$/],
  [
    'section',
    /^(?:部署|所属|課|組織|部課|課室|課所|課等|所属課|担当課|所管課|所管|担当部署|所属部署)(?:名称?)?$/,
  ],
  ['noScene', /^(?:番号|No)場面$|^場面(?:番号|No)$/i],
  ['no', /^(?:番号|No|項番|通番|連番|目標番号|目標No)$/i],
  ['scene', /^(?:基本的|サービス)?場面(?:区分|名)?$/],
  [
    'target',
    /^(?:区役所)?(?:サービス)?(?:向上)?(?:目標(?:(?:具体的)?取組(?:内容)?|内容)?|(?:具体的)?取組(?:内容|目標)?)$/,
  ],
  [
    'result',
    /^(?:取組|実施)?(?:結果|実績)(?:(?:目標)?達成(?:度|状況)|自己評価)?$|^(?:取組|実施)状況$/,
  ],
  ['achievement', /^(?:目標)?達成(?:度|状況|区分)$|^(?:自己)?評価(?:区分)?$/],
  ['countermeasure', /^今後(?:対応|改善)?(?:方策|策|取組|課題)?$|^(?:対応|改善)方?策$/],
  ['philosophies', /^(?:区役所)?(?:サービス)?(?:基本)?理念(?:項目)?$/],
  ['policy', /^(?:区役所)?(?:サービス)?(?:向上)?方針(?:番号|No)?$/i],
  ['organizationGoal', /^組織(?:運営)?目標$/],
  ['cost', /^(?:経費|予算|費用|コスト|予算措置)$/],
  ['nominate', /^(?:カイゼン)?(?:発表会)?(?:推薦|エントリー)$/],
  ['becomesStandard', /^(?:所属)?基準化$|^所属基準$/],
];
/** Asked first: of most cells none is so. */
const anyHeading = new RegExp(headings.map(([, { source }]) => source).join('|'), 'i');

/** Blanks, punctuation and symbols, 々〆〇 apart. The classes of Unicode would take longer to make ready than all headings to be read. */
const signs = /[\s!-/:-@[-`{-~\xa1-\xbf\u2010-\u2bff\u3001-\u3004\u3008-\u303f\u30fb\ufffd]/g;

/** Longer than this is a sentence, not a heading. */
const longest = 60;

/**
 * The field a cell's text is a heading of, or null. Width, blanks and line breaks make no
 * difference, nor do brackets with a remark, a leading 年度, and の, 及び and the like.
 */
export function fieldOfHeading(text: string): SheetField | null {
  if (text.length > longest) return null;
  const word = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(signs, '')
    .replace(/取り?組み/g, '取組')
    .replace(/^(?:令和|平成|[RH])?(?:元|\d{1,4})年度|^[今本当]年度|^年度[当末]初?/, '')
    .replace(/^(?:関連|該当|対応|関係)する/, '')
    .replace(/及び|および|並びに|ならびに|[とのな]/g, '')
    .replace(/欄$/, '');
  if (!anyHeading.test(word)) return null;
  return headings.find(([, heading]) => heading.test(word))?.[0] ?? null;
}
