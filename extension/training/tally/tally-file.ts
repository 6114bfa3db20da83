import { signal } from '@preact/signals';
import type { RoomTally } from '../../../core/training/room-tally.ts';

/** A tally that was read from a file and is only looked at. */
export const openedTally = signal<RoomTally | null>(null);
