import { useEffect, useState } from 'preact/hooks';
import type { SheetDraft } from '../../core/sheet/sheet-draft.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Rows } from '../../ui/rows.tsx';
import { dateAndTime } from '../shell/words.ts';
import { deleteDraft, listDrafts } from '../store/sheet-drafts.ts';
import { targetsOf } from './writing.ts';

/** What this user has been writing: it goes on when its workbook is opened again. */
export function Drafts() {
  const [drafts, setDrafts] = useState<readonly SheetDraft[]>([]);
  const [deleting, setDeleting] = useState<SheetDraft | null>(null);
  useEffect(() => void listDrafts().then(setDrafts), []);
  if (drafts.length === 0) return null;
  const remove = async (draft: SheetDraft) => {
    await deleteDraft(draft);
    setDeleting(null);
    setDrafts(await listDrafts());
  };
  return (
    <>
      <h2>{t('sheet.drafts')}</h2>
      <p>{t('sheet.draftsHelp')}</p>
      <Rows
        rows={drafts.map((draft) => ({
          id: nameOf(draft),
          label: (
            <>
              <strong>{nameOf(draft)}</strong>
              <br />
              {t('sheet.draftState', { count: written(draft), time: dateAndTime(draft.at) })}
            </>
          ),
          act: (
            <Button
              kind="text"
              aria-label={t('sheet.deleteOf', { name: nameOf(draft) })}
              onClick={() => setDeleting(draft)}
            >
              {t('sheet.delete')}
            </Button>
          ),
        }))}
      />
      <Dialog
        open={deleting !== null}
        heading={t('sheet.deleteOf', { name: deleting ? nameOf(deleting) : '' })}
        warning={t('sheet.deleteWarning')}
        onClose={() => setDeleting(null)}
        actions={
          <>
            <Button onClick={() => setDeleting(null)}>{t('ui.cancel')}</Button>
            <Button kind="primary" danger onClick={() => deleting && void remove(deleting)}>
              {t('sheet.delete')}
            </Button>
          </>
        }
      />
    </>
  );
}

const nameOf = ({ fiscalYear, sections }: SheetDraft): string =>
  [fiscalYear === null ? null : fiscalYearName(fiscalYear), sections[0]?.section]
    .filter(Boolean)
    .join('　');

const written = (draft: SheetDraft): number =>
  targetsOf(draft).filter(({ target, result }) => target || result).length;
