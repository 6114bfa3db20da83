import { signal } from '@preact/signals';
import type { Problem } from '../../core/result.ts';
import type { HostError } from '../excel/host-error.ts';

/** What came of writing. */
export type Outcome =
  | { readonly kind: 'written'; readonly cells: number; readonly notices: readonly Problem[] }
  | { readonly kind: 'nothing' | 'conflict' | 'gone' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly error: HostError }
  | { readonly kind: 'restored' | 'broken'; readonly error: HostError | null };

export const outcome = signal<Outcome | null>(null);
