import { signal } from '@preact/signals';
import type { ListWords } from '../../core/sheet/fill/cell-rules.ts';

/** Whether cells that show one line only are set to wrap where their text needs more. */
export const wraps = signal(false);

/** The words of the form's lists that were chosen for texts which these don't have. */
export const listWords = signal<ListWords>(new Map());
