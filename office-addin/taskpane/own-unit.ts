import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { keep, recall } from './this-pc.ts';

const key = 'unit';

interface OwnUnit {
  readonly ward: string | null;
  readonly division: string | null;
  readonly section: string | null;
}

/** The section that was chosen last on this PC. */
export function ownUnit(): OwnUnit | null {
  const kept = recall(key);
  if (typeof kept !== 'object' || kept === null) return null;
  const text = (part: string): string | null => {
    const value = (kept as Record<string, unknown>)[part];
    return typeof value === 'string' ? value : null;
  };
  return { ward: text('ward'), division: text('division'), section: text('section') };
}

export function keepUnit({ ward, sections }: Sheet): void {
  const [one] = sections;
  keep(key, { ward, division: one?.division ?? null, section: one?.section ?? null });
}
