import { signal } from '@preact/signals';
import type { Sheet } from '../../core/sheet/model/sheet.ts';

/** A sheet that was opened as a file (furikaeri.sheet/1), without the sections that were begun with since. */
export const imported = signal<Sheet | null>(null);
