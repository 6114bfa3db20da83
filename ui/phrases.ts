/** Where a Japanese line may end, in browsers that don't look for phrases by themselves (`word-break: auto-phrase`): Firefox. */

/** Kanji, katakana and the like, also behind the お or ご of politeness, and what a bracket opens. */
const begins = /^[おご]?[^\p{Script=Hiragana}\p{Punctuation}ー]|^\p{Open_Punctuation}/u;
const ends = /[\p{Script=Hiragana}、。\p{Close_Punctuation}]$/u;

/** The first half of a word such as 振り返り, 読み込む or 取り次ぐ, which dictionaries part. */
const half = /\p{Script=Han}[いえきぎけげしじせちびべみめりれ]$/u;

/** Whether a line may end behind a text. */
export const endsPhrase = (text: string): boolean => ends.test(text) && !half.test(text);

/** A phrase begins with a word of its own behind a particle or a comma: 区民の・視点に・立った・区役所. */
export function phrasesOf(text: string, segmenter: Intl.Segmenter): string[] {
  const phrases = [''];
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1) ?? '';
    if (begins.test(segment) && endsPhrase(last)) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  return phrases;
}

/** 令和8年度, （2026年度）, 2026年12月1日, 59項目, 100％: what is one for the eye, whatever browser breaks the line. */
const together =
  /(?:昭和|平成|令和)(?:元|\d+)年度?|（\d+年度）|(?:\d+年)?\d+月\d+日|\d+(?:年度|項目|文字|日間|回目|％|[年月日件人枚回字分秒つ])/g;

/** A text in parts; every second one, from the second on, is not to be broken. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(together)) {
    parts.push(text.slice(from, index), found);
    from = index + found.length;
  }
  return from === 0 ? [text] : [...parts, text.slice(from)];
}
