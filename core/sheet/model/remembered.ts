/** Texts longer than this are somebody's own, and hardly met again. */
const longest = 80;
/** As many different labels as several forms have. */
const most = 1000;

/**
 * A function of a text that keeps its last answers: the same labels are asked about again and again, in
 * one workbook and from one of a ward's workbooks to the next. What it answers is shared, not to be changed.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    if (text.length > longest) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
