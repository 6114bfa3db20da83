import { plainText } from '../model/cell-text.ts';

/**
 * What texts bring along from Word, mail and PDF, made what a cell can hold. Done when it is pasted,
 * where the chief sees it; a glyph's selector (IVS) and what joins an emoji are part of the text.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: Word's soft break is one
const lineBreaks = /\r\n?|[\x0b\x0c\x85\u2028\u2029]/g;
/** Word's optional hyphen, the soft one, zero-width ones, and marks of direction. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's optional hyphen is one
  /[\x1f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;

/** A text as it is to be written: breaks of any kind are LF, tabs and no-break blanks are blanks, and what can't be seen is gone. */
export const cleanText = (text: string): string =>
  text
    .replace(lineBreaks, '\n')
    .replace(/[\t\xa0]/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's hyphen that doesn't break
    .replace(/\x1e/g, '-')
    .replace(unseen, '');

/** What a text says, whoever cleaned it: two texts of which this is the same are one; null where it says nothing. */
export const comparableText = (text: string): string | null => plainText(cleanText(text));
