import type { Sheet } from '../../core/sheet/sheet.ts';
import type { Writing } from './bring-together.ts';
import { forget, keep, recall } from './this-pc.ts';

/** What was written in the pane and is not in the worksheet yet, by section and 年度: the pane may be closed at any time. */

interface Draft {
  readonly base: Sheet;
  readonly mine: Sheet;
}

const keyOf = ({ fiscalYear, sections }: Sheet): string =>
  ['draft', fiscalYear, sections[0]?.division, sections[0]?.section].join(' ');

type Written = Pick<Writing, 'base' | 'sheet'>;

const pause = 300;
let waiting: Written | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps what is being written when the typing pauses, and at once when the pane is left. */
export function keepDraft(written: Written): void {
  waiting = written;
  clearTimeout(timer);
  timer = setTimeout(keepNow, pause);
}

function keepNow(): void {
  clearTimeout(timer);
  if (waiting) keep(keyOf(waiting.sheet), { base: waiting.base, mine: waiting.sheet });
  waiting = null;
}

globalThis.addEventListener?.('pagehide', keepNow);

/** Once the worksheet holds it; fields without a column are kept for the next time. */
export function forgetDraft({ base, sheet }: Written): void {
  waiting = null;
  const columns = new Set(base.sections.flatMap(({ targets }) => targets.flatMap(Object.keys)));
  const more = sheet.sections.some(({ targets }) =>
    targets.some((target) => Object.keys(target).some((field) => !columns.has(field))),
  );
  if (more) keepDraft({ base, sheet });
  else forget(keyOf(sheet));
}

/** What was kept of a section; null where there is nothing, or it can't be read. */
export async function recallDraft(sheet: Sheet): Promise<Draft | null> {
  const kept = recall(keyOf(sheet));
  if (typeof kept !== 'object' || kept === null) return null;
  const { makeSheetFile, parseSheetFile } = await import('../../core/exchange/sheet-file.ts');
  const [base, mine] = ['base', 'mine'].map((part) =>
    parseSheetFile(makeSheetFile((kept as Record<string, Sheet>)[part] as Sheet)),
  );
  return base?.ok && mine?.ok ? { base: base.value, mine: mine.value } : null;
}
