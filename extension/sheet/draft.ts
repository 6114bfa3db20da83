import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';

/** What is being written: a sheet with one section. Changed by `writing.ts` and `draft-saving.ts` alone. */
export const writing = signal<Sheet | null>(null);
