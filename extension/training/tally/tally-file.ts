import { signal } from '@preact/signals';
import type { HandTally } from '../../../core/training/hand-tally.ts';

/** A tally that was read from a file and is only looked at. */
export const openedTally = signal<HandTally | null>(null);
