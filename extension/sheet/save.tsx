import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { workbookFileName } from '../../core/formats/file-name.ts';
import type { Problem } from '../../core/result.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { writeBack } from '../platform/workbook-file.ts';
import { causeOf } from '../store/db/cause.ts';
import { book, hasSections, readBook } from './current-workbook.ts';
import { Done } from './done.tsx';
import { writing } from './draft.ts';
import { saveDraft, workbookTexts } from './draft-saving.ts';
import { NextActs } from './next-acts.tsx';
import { type Saved, saved, savedNow } from './saved.ts';
import { undoneInWorkbook, writtenToWorkbook } from './writing.ts';

interface SaveProps {
  plans: readonly WritePlan[];
  /** Whether the chief has agreed to what is to be agreed to. */
  isAllowed: () => boolean;
  /** What is looked at before it is saved. */
  children: ComponentChildren;
}

/** Writes the file anew: into itself where the browser allows it, else beside it. */
export function Save({ plans, isAllowed, children }: SaveProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [error, setError] = useState<string | null>(null);
  /** What the file beside holds. */
  const sentBeside = useRef<Sheet | null>(null);
  const beside = useSavingFile((name) => {
    beside.clear();
    if (sentBeside.current) void done(name, null, sentBeside.current);
  });
  const { value: at } = book;
  if (!at) return null;

  const make = (): Uint8Array<ArrayBuffer> | null => {
    setProblems([]);
    setError(null);
    beside.clear();
    if (!isAllowed()) return null;
    const filled = applyPlans(at.workbook, plans);
    if (filled.ok) return new Uint8Array(filled.value.bytes);
    setProblems(filled.problems);
    return null;
  };
  const saveBeside = () => {
    const { value: sent } = writing;
    const bytes = make();
    if (!bytes || !sent) return;
    sentBeside.current = sent;
    void beside.save(workbookFileName(at.name, Date.now()), () => bytes);
  };
  /** The workbook at hand holds what was sent only where it was written into the file itself. */
  const done = async (name: string, written: Saved['written'], sent: Sheet) => {
    const texts = workbookTexts();
    const saving = written ? writtenToWorkbook(sent) : saveDraft();
    const { value: sheet } = writing;
    const now = Date.now();
    saved.value = { before: at, texts, draft: sent, name, written, undone: false, sheet, at: now };
    await saving;
  };
  /** Whether the file has `bytes` in the end. */
  const put = async (expected: Uint8Array, bytes: Uint8Array<ArrayBuffer>) => {
    if (!at.handle) return false;
    try {
      const outcome = await writeBack(at.handle, expected, bytes);
      if (outcome !== 'written') setError(t(`sheet.notWritten-${outcome}`));
      return outcome === 'written';
    } catch (cause) {
      setError(t('sheet.notWritten', { cause: causeOf(cause) }));
      return false;
    }
  };
  const overwrite = async () => {
    const { value: sent } = writing;
    const bytes = make();
    if (!bytes || !sent || !(await put(at.bytes, bytes))) return;
    const next = readBook(at.name, bytes, at.handle);
    if (next.ok) book.value = next.value;
    await done(at.name, bytes, sent);
  };
  const undo = async (last: Saved) => {
    setError(null);
    if (!last.written || !(await put(last.written, last.before.bytes))) return;
    book.value = last.before;
    saved.value = { ...last, undone: true, sheet: last.draft };
    await undoneInWorkbook(last.draft, last.texts);
  };

  const last = savedNow();
  const isDone = last?.undone === false;
  const toSave = (
    <>
      {children}
      {plans.length > 0 && (
        <>
          <p class="f-screen">
            {t(at.handle ? 'sheet.savesInside' : 'sheet.savesBeside', { name: at.name })}
          </p>
          <Buttons>
            {at.handle && (
              <Button kind={isDone ? 'secondary' : 'primary'} onClick={() => void overwrite()}>
                {t('sheet.overwrite')}
              </Button>
            )}
            <Button kind={isDone || at.handle ? 'secondary' : 'primary'} onClick={saveBeside}>
              {t('sheet.download')}
            </Button>
          </Buttons>
          <SaveOutcomeNotice id="beside" level={2} saving={beside} />
          {beside.handed && hasSections.value && (
            <Buttons>
              <ButtonLink href="#/found">{t('sheet.toOthers')}</ButtonLink>
            </Buttons>
          )}
        </>
      )}
    </>
  );
  return (
    <>
      {last && <Done key={`${last.undone} ${last.at}`} saved={last} undo={undo} />}
      {problems.length > 0 && (
        <Notice kind="error" live="alert" heading={t('sheet.cannotWrite')}>
          <SheetProblems problems={problems} />
          <NextActs problems={problems} />
        </Notice>
      )}
      {error !== null && (
        <Notice kind="error" live="alert" heading={t('sheet.notSaved')}>
          <p>{error}</p>
        </Notice>
      )}
      {isDone
        ? plans.length > 0 && <Disclosure summary={t('sheet.saveAgain')}>{toSave}</Disclosure>
        : toSave}
    </>
  );
}
