/** The most UTF-16 units Excel takes in one cell. */
export const longestText = 32_767;

/** Lines parted by LF, whatever parts them. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

/** What XML can't hold, escaped or not: control characters, half pairs and the two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
/** The same and whole pairs: asked first, for it takes a tenth of the time. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const doubtful = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** A text as a cell can hold it, and how many characters had to be left out. */
export function writableText(text: string): { readonly text: string; readonly dropped: number } {
  const lines = withLineFeeds(text);
  const kept = doubtful.test(lines) ? lines.replace(unwritable, '') : lines;
  return { text: kept, dropped: lines.length - kept.length };
}
