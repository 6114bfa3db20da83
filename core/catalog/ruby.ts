/** Furigana in Aozora notation: `｜電話《でんわ》に｜出《で》る`. */
export interface RubySegment {
  readonly text: string;
  /** Absent where no furigana stands over the text. */
  readonly reading?: string;
}

const annotated = /｜([^｜《》]+)《([^｜《》]+)》/g;

/** The text in pieces with and without furigana, in order. What is not written as above stays text. */
export function parseRuby(notation: string): RubySegment[] {
  const segments: RubySegment[] = [];
  let from = 0;
  for (const match of notation.matchAll(annotated)) {
    const [whole, text = '', reading = ''] = match;
    if (match.index > from) segments.push({ text: notation.slice(from, match.index) });
    segments.push({ text, reading });
    from = match.index + whole.length;
  }
  if (from < notation.length) segments.push({ text: notation.slice(from) });
  return segments;
}

/** The text without its furigana. */
export function stripRuby(notation: string): string {
  return notation.replace(annotated, '$1');
}

/** The text as it is read: with its furigana in place of what they stand over. */
export function readRuby(notation: string): string {
  return notation.replace(annotated, '$2');
}
