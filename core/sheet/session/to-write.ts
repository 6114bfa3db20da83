import type { Places } from '../form/places.ts';
import type { Sheet } from '../model/sheet.ts';
import { withoutPending } from './pending.ts';
import { placeOf, policySlots } from './waiting-targets.ts';
import { plainSheet } from './written.ts';

/** The sheet as the workbook is to hold it: without the empty targets that were put on and never written. */
export const toWrite = (places: Places, sheet: Sheet): Sheet =>
  plainSheet({
    ...sheet,
    // What another template had room for stays in the draft.
    policies: sheet.policies.slice(0, policySlots(places)),
    sections: sheet.sections.map((section) =>
      withoutPending(section, placeOf(places, section)?.targets.length ?? 0),
    ),
  });
