import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { DraftNotice } from '../../ui/sheet/draft-notice.tsx';
import { recallDraft } from './kept-draft.ts';

/** What was written of a section before and is in no worksheet yet. */
export function DraftHere({ found, fresh }: { found: Places; fresh: Sheet }) {
  const draft = recallDraft(found, fresh);
  if (!draft?.isNews) return null;
  const { mine, file, at, asks } = draft;
  return <DraftNotice draft={mine} time={dateAndTime(at)} fileName={file.name} asks={asks} />;
}
