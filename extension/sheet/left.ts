import { signal } from '@preact/signals';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';

/** A draft whose file is not as it was left: it says something else by now, or can't be read. */
export const left = signal<{
  readonly draft: SheetDraft;
  readonly file: 'changed' | 'gone';
} | null>(null);
