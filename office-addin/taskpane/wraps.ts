import { signal } from '@preact/signals';

/** Whether cells that show one line only are set to wrap where their text needs more. */
export const wraps = signal(false);
