import type { Problem } from '../../core/result.ts';
import { planFill } from '../../core/sheet/fill/fill.ts';
import { toWrite } from '../../core/sheet/session/to-write.ts';
import { written } from '../../core/sheet/session/written.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { nothingAttached } from '../excel/attached.ts';
import type { Reading } from '../excel/reading.ts';
import { writeSheets } from '../excel/write-sheets.ts';
import { remember } from './commands.ts';
import { type Session, session } from './current-session.ts';
import { readings, takeReadings } from './current-worksheet.ts';
import { forgetDraft } from './draft.ts';
import { follow, merged, placesNow, sectionNow } from './session.ts';
import { listWords, wraps } from './write-choices.ts';
import { type Outcome, outcome } from './write-outcome.ts';

let isWriting = false;

/** Writes to the form's worksheets, unless something there stands against it; what is written here stays in any case. */
export async function write(): Promise<void> {
  const { value: own } = session;
  if (!own || isWriting) return;
  isWriting = true;
  try {
    outcome.value = await writeNow(own);
  } finally {
    isWriting = false;
  }
}

async function writeNow(own: Session): Promise<Outcome> {
  let left: Outcome = { kind: 'nothing' };
  let notices: readonly Problem[] = [];
  let sent = own.draft;
  const decide = (now: readonly Reading[]): readonly WritePlan[] | null => {
    takeReadings(now);
    const places = placesNow(own, now);
    const says = places.ok ? sectionNow(places.value, own.draft) : places;
    if (!places.ok || !says.ok) {
      left = { kind: 'problems', problems: says.ok ? [] : says.problems };
      return null;
    }
    if (!says.value) {
      left = { kind: 'gone' };
      return null;
    }
    // What was typed while Excel kept us waiting goes along.
    const current = merged(session.value ?? own, places.value, says.value);
    session.value = current;
    if (current.conflicts.length > 0) {
      left = { kind: 'conflict' };
      return null;
    }
    const plan = planFill(places.value, toWrite(places.value, current.draft), {
      replace: true,
      wraps: wraps.value,
      listWords: listWords.value,
    });
    if (!plan.ok) {
      left = { kind: 'problems', problems: plan.problems };
      return null;
    }
    notices = plan.value.notices;
    sent = current.draft;
    return plan.value.plans;
  };
  const done = await writeSheets(wantedBy(own), decide);
  switch (done.kind) {
    case 'left':
      return left;
    case 'written': {
      const typedSince = session.value?.draft !== sent;
      if (session.value)
        session.value = { ...session.value, ...written(session.value.draft, sent) };
      takeReadings(done.readings);
      follow(done.readings);
      remember({ kind: 'wrote', snapshot: done.snapshot });
      if (session.value && !typedSince) forgetDraft(session.value);
      const cells = done.snapshot.sheets.flatMap((sheet) => Object.keys(sheet.written));
      return { kind: 'written', cells: cells.length, notices };
    }
    case 'broken':
      remember({ kind: 'wrote', snapshot: done.snapshot });
      return { kind: 'broken', error: done.error };
    default:
      return done;
  }
}

/** The form's worksheets, with what is known to lie over their cells. */
const wantedBy = ({ worksheets }: Session) =>
  new Map(
    worksheets.map(({ id }) => [
      id,
      readings.value.find((one) => one.id === id)?.attached ?? nothingAttached,
    ]),
  );
