/** Characters that a person reads as one and a program as two (F53): what is compared is folded first. */

/** U+2E81 and on, as PDFs give them for whole characters, to their ideographs (Unicode, Equivalent_Unified_Ideograph). NFKC knows the other radicals alone. */
const radicals = [
  ...'厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
const firstRadical = 0x2e81;

/** What NFKC makes of ⼾⾭⿈⿊, and what Japanese fonts draw there. */
const japanese: Readonly<Record<string, string>> = { 戶: '戸', 靑: '青', 黃: '黄', 黑: '黒' };

/** Joiners, marks of direction, the selectors of a glyph (IVS), the soft hyphen. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Whatever is replaced after NFKC: asked first, for most texts have none of it. */
const doubtful = /[-\xb7\u2010-\u2043\u2212-\u223c\u22c5\u2500-\u2501\u2e81-\u2ef3\u301c戶靑黃黑]/;

/**
 * A text to be compared, never to be shown: NFKC, without what is invisible; radicals as their
 * ideographs, any dash or long mark as ー, any wave dash as ~, any middle dot as ・. Blanks and
 * capitals stay.
 */
export function folded(text: string): string {
  const plain = text.replace(invisible, '').normalize('NFKC');
  if (!doubtful.test(plain)) return plain;
  return plain
    .replace(/[-\u2010-\u2015\u2043\u2212\u2500\u2501]/g, 'ー')
    .replace(/[\u301c\u223c]/g, '~')
    .replace(/[\xb7\u2022\u2027\u2219\u22c5]/g, '・')
    .replace(
      /[\u2e81-\u2ef3]/g,
      (radical) => radicals[radical.charCodeAt(0) - firstRadical] ?? radical,
    )
    .replace(/[戶靑黃黑]/g, (form) => japanese[form] ?? form);
}
