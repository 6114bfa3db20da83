import { session } from './current-session.ts';
import { readings } from './current-worksheet.ts';

/** What goes on in a session: the pane starts without one. */
export const fetchSession = () => import('./session.ts');

/** Worksheets were read again: what changed there shows in what is being written, if something is. */
export async function followReadings(): Promise<void> {
  if (session.value) (await fetchSession()).follow(readings.value);
}
