import { locationText } from '../core/result.ts';
import { address, parseAddress } from '../core/xlsx/address.ts';
import type { Grid } from '../core/xlsx/grid.ts';
import { gridsOf } from '../core/xlsx/read/read-grids.ts';
import { openWorkbook, type Workbook } from '../core/xlsx/read/workbook.ts';
import { applyPlans, type Filled } from '../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../core/xlsx/write-plan.ts';

/** What is to be found in a workbook that was written. */
export interface Job {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly texts: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly text: string;
  }[];
  readonly wraps: readonly { readonly sheet: string; readonly cell: string }[];
  /** Worksheets that have pivot tables. */
  readonly pivots: readonly string[];
  readonly insertions: readonly {
    readonly sheet: string;
    readonly after: number;
    readonly count: number;
  }[];
}

export interface Outcome {
  /** In words, for the summary; what must not be begins with a word in capitals. */
  readonly what: string;
  readonly written?: {
    readonly bytes: Uint8Array;
    readonly job: Omit<Job, 'file' | 'before' | 'after'>;
  };
}

/** Texts that some program or other reads as something else. */
const hostile = [
  '=1+1',
  '=HYPERLINK("http://example.jp/","x")',
  '+81-44',
  '-1',
  '@SUM(A1)',
  '\t先頭と末尾に\t',
  '  前後に空白  ',
  '一行目\n二行目\n\n四行目\n',
  '_x0041_ と _x005F_x0041_ と _x000D_',
  ']]></t></is></c>',
  '<b>&amp;&lt;"\'</b>',
  '&#10;&#x41;',
  '１２３',
  '00123',
  '1E5',
  '2026/4/1',
  'TRUE',
  '#REF!',
  '𠮷野家で𩸽を𠮟る',
  '葛\u{e0100}飾 辻\u{e0101} 髙﨑 \ue000',
  '👩‍👩‍👧‍👦🇯🇵',
  'e\u0301 が\u3099 \u202e逆\u202c \u200b',
  '\u2028\u2029\u0085',
  '目標'.repeat(2_000),
  ' ',
  "'",
  '"',
  '%s%n{0}$x',
];

/** Writes hostile texts into some cells of all worksheets of a workbook; no two numbers write the same. */
export function tortured(bytes: Uint8Array, seed: number): Outcome {
  try {
    const opened = openWorkbook(bytes);
    if (!opened.ok) return { what: `refused: ${opened.problems[0]?.code}` };
    return written(opened.value, seed);
  } catch (error) {
    return { what: `THROWN ${error}` };
  }
}

function written(workbook: Workbook, seed: number): Outcome {
  const grids = gridsOf(workbook);
  const pivots = grids.flatMap((grid) => (grid.pivots.length > 0 ? grid.name : []));
  const chance = chances(seed + 1);
  const plans = grids.map((grid) => planFor(grid, chance));
  const some = plans.filter(({ writes }) => writes.length > 0);
  if (some.length === 0) return { what: 'nothing to write to' };
  let using = some.map((plan, n) => (n === 0 ? inserting(plan) : plan));
  let result = applyPlans(workbook, using);
  let rows = 'with new rows';
  if (!result.ok && result.problems.every(({ code }) => /^insert-|sheet-protected/.test(code))) {
    rows = `without new rows: ${result.problems[0]?.code}`;
    using = some;
    result = applyPlans(workbook, using);
  }
  if (!result.ok) {
    const code = result.problems[0]?.code;
    const [problem] = result.problems;
    return {
      what:
        code === 'not-as-written'
          ? `WRONG ${code} ${problem && locationText(problem.at)}`
          : `not written: ${code}`,
    };
  }
  return {
    what: `written ${rows}`,
    written: { bytes: result.value.bytes, job: { ...jobOf(using, result.value), pivots } },
  };
}

function jobOf(plans: readonly WritePlan[], { wrapsLeft }: Filled) {
  return {
    texts: plans.flatMap(({ sheet, writes }) =>
      writes.map(({ address, text }) => ({ sheet, cell: address, text: text ?? '' })),
    ),
    wraps:
      wrapsLeft > 0
        ? []
        : plans.flatMap(({ sheet, wraps = [] }) => wraps.map((cell) => ({ sheet, cell }))),
    insertions: plans.flatMap(({ sheet, insertions }) =>
      insertions.map((insertion) => ({ sheet, ...insertion })),
    ),
  };
}

/** Two rows below the last that is written to, so that addresses above stay. */
function inserting(plan: WritePlan): WritePlan {
  const rows = plan.writes.map(({ address }) => parseAddress(address)?.row ?? 1);
  return { ...plan, insertions: [{ after: Math.max(...rows), count: 2 }] };
}

function planFor(grid: Grid, chance: (count: number) => number): WritePlan {
  const isFree = (place: string) => {
    const cell = grid.cells.get(place);
    const at = parseAddress(place);
    if (!at || cell?.formula || (grid.protected && (cell?.look.locked ?? true))) return false;
    const { row, column } = at;
    const isIn = ({ top, left, bottom, right }: Grid['merges'][number]) =>
      top <= row && row <= bottom && left <= column && column <= right;
    const covered = (area: Grid['merges'][number]) =>
      isIn(area) && (area.top !== row || area.left !== column);
    const isHeader = ({ area, headerRows }: Grid['tables'][number]) =>
      isIn(area) && row < area.top + headerRows;
    // A pivot table fills its cells anew whenever it likes: people are warned of them.
    const isPivot = grid.pivots.some(isIn);
    return !isPivot && !grid.merges.some(covered) && !grid.tables.some(isHeader);
  };
  const cells = [...grid.cells.keys()];
  const chosen = new Set<string>();
  for (let n = 0; n < 60 && chosen.size < 6 && cells.length > 0; n++) {
    const place = cells[chance(cells.length)] ?? '';
    if (isFree(place)) chosen.add(place);
  }
  if (cells.length === 0) for (const place of ['B2', 'A5', 'C5'].filter(isFree)) chosen.add(place);
  const right = Math.max(0, ...[...chosen].map((place) => parseAddress(place)?.column ?? 0));
  const [first] = chosen;
  const row = parseAddress(first ?? '')?.row;
  const beside = row && right < 16_000 ? address(row, right + 40) : null;
  if (beside && !grid.protected && !grid.cells.has(beside)) chosen.add(beside);
  const places = [...chosen];
  return {
    sheet: grid.name,
    insertions: [],
    writes: places.map((place) => ({
      address: place,
      text: hostile[chance(hostile.length)] ?? '',
    })),
    heights: row ? [{ row, points: 61 }] : [],
    wraps: places.slice(0, 2),
  };
}

/** Numbers below others, by chance, the same each time. */
function chances(seed: number): (count: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
