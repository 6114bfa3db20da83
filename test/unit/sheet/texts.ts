import fc from 'fast-check';

/** What chiefs write, and what breaks programs: 1 to 800 characters, paragraphs, formulas, markup. */

const phrases = [
  '窓口にお越しの方に、こちらからお声をかけます。',
  '待ち時間を３分以内にします。',
  'ご案内の表示を見直し、',
  '「分かりやすい」との声を年2回のアンケートで確かめ、',
  '保護第１課・保護第2課と連携し、OJTを月1回行います。',
  'Webページ（https://www.city.kawasaki.jp/tama/）の更新を週1回行い、',
  'ｶﾅの表記、①②③の番号、㈱や㎡などの文字も使います。',
];
const sentence = fc
  .array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));
const oddities = [
  '=1+1',
  '＝HYPERLINK("http://example.jp")',
  '-5',
  '+81',
  '@川崎',
  '\t字下げ',
  '_x0041_ と _x005F_',
  '<b>&amp;</b> ]]> "\'',
  '1',
  'TRUE',
  '目標',
  '部署名',
  '実施結果',
  '①',
  '②応対',
  '【区民サービス部】',
  '所属：総務課',
  '葛\u{e0100}飾の𠮷田さん 👩‍👩‍👧‍👦',
  'が\u3099',
  '\u3000\u3000二字下げ',
  '行末の空白　 \u3000',
  '\u2028',
  '#REF!',
];
const odd = fc.oneof(
  fc.constantFrom(...oddities),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const told = (text: string) => text.replace(/[\s\u3000]/g, '') !== '';

/** One paragraph, mostly a short one. */
export const lines = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...phrases) },
    { weight: 1, arbitrary: sentence },
    { weight: 2, arbitrary: odd },
  )
  .filter(told);

export const texts = fc
  .array(lines, { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.join('\n').slice(0, 800))
  .filter(told);
