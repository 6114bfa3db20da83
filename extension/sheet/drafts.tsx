import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import type { SheetDraft } from '../../core/sheet/model/sheet-draft.ts';
import { countFilled } from '../../core/sheet/session/draft-texts.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Rows } from '../../ui/rows.tsx';
import { DeleteDialog } from '../app/delete-dialog.tsx';
import { store } from '../page-store.ts';
import { deleteDraft, listDrafts } from '../store/tables/sheet-drafts.ts';
import { findKept } from '../store/tables/sheet-workbooks.ts';
import { draftName } from './draft-name.ts';
import { leftDraftsSaved } from './left-drafts.ts';
import { resume } from './resume.ts';

/** What this user has been writing: it goes on with one click where its workbook is kept, else when that is opened again. */
export function Drafts({ onProblems }: { onProblems: (problems: readonly Problem[]) => void }) {
  const [drafts, setDrafts] = useState<readonly SheetDraft[]>([]);
  const [isKept, setKept] = useState<Tell>(() => () => false);
  const [deleting, setDeleting] = useState<SheetDraft | null>(null);
  const look = async () => {
    const [all, kept] = await Promise.all([listDrafts(store), findKept(store)]);
    setDrafts(all);
    setKept(() => kept);
  };
  useEffect(() => void look(), [leftDraftsSaved.value]);
  if (drafts.length === 0) return null;
  const goOn = async (draft: SheetDraft) => {
    const opened = await resume(draft);
    if (!opened.ok) onProblems(opened.problems);
  };
  const remove = async () => {
    if (deleting) await deleteDraft(store, deleting);
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
              <strong>{draftName(draft)}</strong>
              <br />
              {t('sheet.draftState', { count: countFilled(draft), time: dateAndTime(draft.at) })}
              {draft.file && (
                <>
                  <br />
                  {t('sheet.file', { name: draft.file.name })}
                </>
              )}
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
                  aria-label={t('sheet.goOnOf', { name: nameAmong(drafts, draft) })}
                  onClick={() => void goOn(draft)}
                >
                  {t('sheet.goOnWriting')}
                </Button>
              )}
              <Button
                kind="text"
                aria-label={t('sheet.deleteOf', { name: nameAmong(drafts, draft) })}
                onClick={() => setDeleting(draft)}
              >
                {t('sheet.delete')}
              </Button>
            </Buttons>
          ),
        }))}
      />
      <DeleteDialog
        open={deleting !== null}
        heading={t('sheet.deleteOf', { name: deleting ? nameAmong(drafts, deleting) : '' })}
        warning={t('sheet.deleteWarning')}
        act={t('sheet.delete')}
        onClose={() => setDeleting(null)}
        remove={remove}
      />
    </>
  );
}

type Tell = (which: SheetDraft) => boolean;

const draftKey = ({ fiscalYear, sections: [first], file }: SheetDraft): string =>
  [fiscalYear, first?.division, first?.section, file?.name, file?.form].join(' ');

/** With the workbook where a section has several drafts in a 年度. */
function nameAmong(drafts: readonly SheetDraft[], draft: SheetDraft): string {
  const name = draftName(draft);
  const isAlone = drafts.filter((each) => draftName(each) === name).length < 2;
  return isAlone || !draft.file ? name : t('sheet.draftIn', { name, file: draft.file.name });
}
