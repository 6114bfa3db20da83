import type { SheetSection, Target } from '../model/sheet.ts';
import type { Phase } from '../session/phase.ts';
import type { AdviceCode, AdviceField, AdvicePlace } from './advice.ts';

/** One thing the coach looks for. It finds nothing, or what the wording needs. */
export type Rule = {
  readonly code: AdviceCode;
  /** When it is asked; null: at any time. */
  readonly phase: Phase | null;
  /** The clause it rests on, `001 §5(2)`; null for a matter of words. */
  readonly clause: string | null;
} & (
  | { readonly of: 'section'; readonly check: (section: SheetSection) => Finding | null }
  | { readonly of: 'target'; readonly check: (target: Target) => Finding | null }
  | { readonly of: 'text'; readonly check: (text: string) => readonly Finding['params'][] }
  | {
      readonly of: 'sheet';
      readonly check: (texts: readonly PlacedText[]) => readonly PlacedFinding[];
    }
);

export interface Finding {
  readonly field: AdviceField;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A text that people will read, and where it stands. */
export interface PlacedText {
  readonly place: AdvicePlace;
  readonly text: string;
}

export interface PlacedFinding {
  readonly place: AdvicePlace;
  readonly params: Finding['params'];
}
