import type { HeldRows } from '../db/schema.ts';
import type { AnswerCount } from './answer-count.ts';

/** What is left of what was counted: of a user's 年度, or of a user's sheets in writing. */
export interface Left {
  readonly user: string;
  readonly fiscalYear: number | null;
  readonly kind: 'answers' | 'drafts';
  readonly total: number;
  readonly left: number;
}

/** How much of what was counted is still held, the latest 年度 first. What was counted as empty is left out. */
export function leftOf({ held: counted }: Pick<AnswerCount, 'held'>, held: HeldRows): Left[] {
  const groups = new Map<string, Left>();
  for (const [id, { user, fiscalYear, answers }] of Object.entries(counted)) {
    const kind = answers === null ? 'drafts' : 'answers';
    const key = JSON.stringify([user, fiscalYear, kind]);
    const known = groups.get(key) ?? { user, fiscalYear, kind, total: 0, left: 0 };
    const now = held[id];
    groups.set(key, {
      ...known,
      total: known.total + (answers ?? 1),
      left: known.left + (now ? Math.min(now.answers ?? 1, answers ?? 1) : 0),
    });
  }
  return [...groups.values()]
    .filter(({ total }) => total > 0)
    .sort((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) || a.kind.localeCompare(b.kind));
}
