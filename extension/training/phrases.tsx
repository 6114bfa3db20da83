import { Fragment } from 'preact';
import { phrasesOf } from '../../ui/phrases.ts';

/** Firefox breaks Japanese lines between any two characters. */
const words = CSS.supports('word-break: auto-phrase')
  ? null
  : new Intl.Segmenter('ja', { granularity: 'word' });

/** Large letters, with their lines broken between phrases in every browser, whatever holds them. */
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
