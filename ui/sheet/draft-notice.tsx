import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { countFilled } from '../../core/sheet/session/draft-texts.ts';
import { t } from '../../locales/t.ts';
import { Notice } from '../notice.tsx';

interface DraftNoticeProps {
  draft: Sheet;
  /** When it was saved last. */
  time: string;
  /** The workbook that it was written for, where it names one. */
  fileName: string | undefined;
  /** Whether it is asked about before it goes on. */
  asks: boolean;
}

/** What was written of a section before, so that nobody is surprised by it. */
export function DraftNotice({ draft, time, fileName, asks }: DraftNoticeProps) {
  const section = draft.sections[0]?.section ?? '';
  return (
    <Notice kind="info" live="status" heading={t('sheet.draftHere', { section })}>
      <p>{t('sheet.draftState', { count: countFilled(draft), time })}</p>
      {fileName !== undefined && <p>{t('sheet.draftFile', { name: fileName })}</p>}
      <p>{t(asks ? 'sheet.draftAsks' : 'sheet.draftGoesOn')}</p>
    </Notice>
  );
}
