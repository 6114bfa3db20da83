import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { workbookFileName } from '../../core/exchange/file-name.ts';
import type { Problem } from '../../core/result.ts';
import { applyPlans } from '../../core/xlsx/apply-plans.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { downloadFile } from '../platform/save-file.ts';
import { writeBack } from '../platform/workbook-file.ts';
import { causeOf } from '../store/cause.ts';
import { book, hasSections, readBook } from './at-hand.ts';
import { type Saved, saved, savedNow } from './saved.ts';
import { said, writing, writtenToWorkbook } from './writing.ts';

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
  const { value: at } = book;
  if (!at) return null;

  const make = (): Uint8Array<ArrayBuffer> | null => {
    setProblems([]);
    setError(null);
    if (!isAllowed()) return null;
    const filled = applyPlans(at.workbook, plans);
    if (filled.ok) return new Uint8Array(filled.value.bytes);
    setProblems(filled.problems);
    return null;
  };
  const download = async () => {
    const bytes = make();
    if (!bytes) return;
    const name = workbookFileName(at.name, Date.now());
    downloadFile(name, bytes);
    await done(name, null);
  };
  const done = async (name: string, written: Saved['written']) => {
    const { value: sheet } = writing;
    saved.value = { before: at, said: said(), name, written, undone: false, sheet };
    await writtenToWorkbook();
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
    const bytes = make();
    if (!bytes || !(await put(at.bytes, bytes))) return;
    const next = readBook(at.name, bytes, at.handle);
    if (next.ok) book.value = next.value;
    await done(at.name, bytes);
  };
  const undo = async (last: Saved) => {
    setError(null);
    if (!last.written || !(await put(last.written, last.before.bytes))) return;
    book.value = last.before;
    saved.value = { ...last, undone: true, sheet: writing.value };
    await writtenToWorkbook(last.said);
  };

  const last = savedNow();
  const isDone = last?.undone === false;
  const toSave = (
    <>
      {children}
      {plans.length > 0 && (
        <>
          <p>{t(at.handle ? 'sheet.savesInside' : 'sheet.savesBeside', { name: at.name })}</p>
          <Buttons>
            {at.handle && (
              <Button kind={isDone ? 'secondary' : 'primary'} onClick={() => void overwrite()}>
                {t('sheet.overwrite')}
              </Button>
            )}
            <Button
              kind={isDone || at.handle ? 'secondary' : 'primary'}
              onClick={() => void download()}
            >
              {t('sheet.download')}
            </Button>
          </Buttons>
        </>
      )}
    </>
  );
  return (
    <>
      {last && <Done key={String(last.undone)} saved={last} undo={undo} />}
      {problems.length > 0 && (
        <Notice kind="error" live="alert" heading={t('sheet.cannotWrite')}>
          <SheetProblems problems={problems} />
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

function Done({ saved: done, undo }: { saved: Saved; undo: (saved: Saved) => Promise<void> }) {
  const { before, name, written, undone } = done;
  if (undone) {
    return (
      <Notice kind="success" focused heading={t('sheet.undone')}>
        <p>{t('sheet.undoneHelp', { name: before.name })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="success"
      focused
      heading={t('sheet.done')}
      actions={
        <>
          {written && <Button onClick={() => void undo(done)}>{t('sheet.undo')}</Button>}
          {hasSections.value && <ButtonLink href="#/found">{t('sheet.toOthers')}</ButtonLink>}
        </>
      }
    >
      <p>{t(written ? 'sheet.doneInside' : 'sheet.doneBeside', { name })}</p>
      <p>{t('sheet.sendIt')}</p>
      {!written && <p>{t('sheet.originalStays', { name })}</p>}
    </Notice>
  );
}
