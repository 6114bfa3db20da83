import { Fragment } from 'preact';

/** Firefox breaks Japanese lines between any two characters. */
const words = CSS.supports('word-break: auto-phrase')
  ? null
  : new Intl.Segmenter('ja', { granularity: 'word' });

/** Kanji, katakana and the like, also behind the お or ご of politeness, and what a bracket opens. */
const begins = /^[おご]?[^\p{Script=Hiragana}\p{Punctuation}ー]|^\p{Open_Punctuation}/u;
const ends = /[\p{Script=Hiragana}、。\p{Close_Punctuation}]$/u;

/** Large letters, with their lines broken between phrases in every browser. */
export function Phrases({ text }: { text: string }) {
  if (!words) return text;
  return (
    <span class="t-phrases">
      {phrasesOf(text, words).map((phrase, index) => (
        <Fragment key={index}>
          <wbr />
          {phrase}
        </Fragment>
      ))}
    </span>
  );
}

/** A phrase begins with a word of its own behind a particle or a comma: 区民の・視点に・立った・区役所. */
function phrasesOf(text: string, segmenter: Intl.Segmenter): string[] {
  const phrases = [''];
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.at(-1) ?? '';
    if (begins.test(segment) && ends.test(last)) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  return phrases;
}
