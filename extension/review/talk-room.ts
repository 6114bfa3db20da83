/** How the goals share the one sheet for the talk: each whole where there is room, and who is cut. */

/** Full-width letters that surely stand in a line of the sheet, over its whole width and in one of its two columns. */
const lineLetters = 50;
const columnLetters = 24;
/** Lines that are left for goals where everything else on the sheet is there, six of strengths and the year before among it. */
const goalLines = 12;
const highlightLines = 6;
/** Of last year's goals these many at least are left to each. */
const leastEarlier = 2;
/** What room to write goals by hand takes, and what last year's goals take beside their own lines. */
const emptyLines = 5;
const earlierHead = 2;

interface TalkTexts {
  readonly goals: readonly string[];
  /** Last year's, with what became of them. */
  readonly earlier: readonly string[];
  /** What stands side by side above: strengths, and what to grow; null where neither is there. */
  readonly highlights: readonly [readonly string[], readonly string[]] | null;
}

export interface ShownGoal {
  readonly text: string;
  readonly isCut: boolean;
}

/** The goals as they fit; this year's go first. A cut one ends in …. */
export function fitGoals({ goals, earlier, highlights }: TalkTexts): {
  readonly goals: readonly ShownGoal[];
  readonly earlier: readonly ShownGoal[];
} {
  const above = highlights
    ? Math.max(
        ...highlights.map((column) => sum(column.map((text) => linesOf(text, columnLetters)))),
      )
    : -2;
  const all = goalLines + highlightLines - above + (earlier.length > 0 ? 0 : earlierHead);
  const [now, then] = [goals, earlier].map((texts) => texts.map((text) => linesOf(text)));
  const kept = sum((then ?? []).map((lines) => Math.min(lines, leastEarlier)));
  const given = share(now ?? [], all - kept);
  const left = all - (goals.length > 0 ? sum(given) : emptyLines);
  const givenEarlier = share(then ?? [], left);
  return {
    goals: goals.map((text, index) => cut(text, given[index] ?? 1)),
    earlier: earlier.map((text, index) => cut(text, givenEarlier[index] ?? 1)),
  };
}

/** Lines for each by its need, one at a time to all that want more, the first ones first. */
function share(needs: readonly number[], lines: number): number[] {
  const given = needs.map(() => 1);
  let left = lines - needs.length;
  for (let isWanted = true; left > 0 && isWanted; ) {
    isWanted = false;
    needs.forEach((need, index) => {
      const has = given[index] ?? 1;
      if (has >= need || left <= 0) return;
      given[index] = has + 1;
      left--;
      isWanted = true;
    });
  }
  return given;
}

function cut(text: string, lines: number): ShownGoal {
  const line = oneLine(text);
  if (linesOf(line) <= lines) return { text: line, isCut: false };
  let width = 0;
  const letters = [...line].filter((letter) => {
    width += widthOf(letter);
    return width < lines * lineLetters - 1;
  });
  return { text: `${letters.join('')}…`, isCut: true };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const linesOf = (text: string, letters = lineLetters): number =>
  Math.max(1, Math.ceil(sum([...oneLine(text)].map(widthOf)) / letters));

/** In full-width letters; Latin ones take about half. */
const widthOf = (letter: string): number => (letter < '\u2000' ? 0.55 : 1);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
