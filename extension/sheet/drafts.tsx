import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import type { SheetDraft } from '../../core/sheet/sheet-draft.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Rows } from '../../ui/rows.tsx';
import { dateAndTime } from '../shell/words.ts';
import { deleteDraft, listDrafts } from '../store/sheet-drafts.ts';
import { findKept } from '../store/sheet-workbooks.ts';
import { written } from './draft-texts.ts';
import { takeUp } from './take-up.ts';

/** What this user has been writing: it goes on with one click where its workbook is kept, else when that is opened again. */
export function Drafts({ onProblems }: { onProblems: (problems: readonly Problem[]) => void }) {
  const [drafts, setDrafts] = useState<readonly SheetDraft[]>([]);
  const [isKept, setKept] = useState<Tell>(() => () => false);
  const [deleting, setDeleting] = useState<SheetDraft | null>(null);
  const look = async () => {
    const [all, kept] = await Promise.all([listDrafts(), findKept()]);
    setDrafts(all);
    setKept(() => kept);
  };
  useEffect(() => void look(), []);
  if (drafts.length === 0) return null;
  const goOn = async (draft: SheetDraft) => {
    const taken = await takeUp(draft);
    if (!taken.ok) onProblems(taken.problems);
  };
  const remove = async (draft: SheetDraft) => {
    await deleteDraft(draft);
    setDeleting(null);
    await look();
  };
  return (
    <>
      <h2>{t('sheet.drafts')}</h2>
      <p>{t('sheet.draftsHelp')}</p>
      <Rows
        rows={drafts.map((draft) => ({
          id: draftKey(draft),
          label: (
            <>
              <strong>{nameOf(draft)}</strong>
              <br />
              {t('sheet.draftState', { count: written(draft), time: dateAndTime(draft.at) })}
              {!isKept(draft) && (
                <>
                  <br />
                  {t('sheet.draftAlone')}
                </>
              )}
            </>
          ),
          act: (
            <Buttons>
              {isKept(draft) && (
                <Button
                  aria-label={t('sheet.goOnOf', { name: nameOf(draft) })}
                  onClick={() => void goOn(draft)}
                >
                  {t('sheet.goOnWriting')}
                </Button>
              )}
              <Button
                kind="text"
                aria-label={t('sheet.deleteOf', { name: nameOf(draft) })}
                onClick={() => setDeleting(draft)}
              >
                {t('sheet.delete')}
              </Button>
            </Buttons>
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

type Tell = (which: SheetDraft) => boolean;

const draftKey = ({ fiscalYear, sections: [first] }: SheetDraft): string =>
  [fiscalYear, first?.division, first?.section].join(' ');

const nameOf = ({ fiscalYear, sections }: SheetDraft): string =>
  [fiscalYear === null ? null : fiscalYearName(fiscalYear), sections[0]?.section]
    .filter(Boolean)
    .join('　');
