import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import sectionTemplate from '../../templates/section.xlsx?inline';
import wardTemplate from '../../templates/ward.xlsx?inline';
import { Button, Buttons } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import {
  bytesOf,
  canPickFile,
  droppedFile,
  type FileHandle,
  pickFile,
} from '../platform/workbook-file.ts';
import { go } from '../shell/route.ts';
import { causeOf } from '../store/cause.ts';
import { Drafts } from './drafts.tsx';
import { SheetFrame } from './frame.tsx';
import { openBook } from './take-up.ts';

const templates = { section: sectionTemplate, ward: wardTemplate } as const;

/** A workbook is opened, or a blank template taken. */
export function OpenRoom() {
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = async (file: () => Promise<File>, handle: FileHandle | null) => {
    setError(null);
    setProblems([]);
    try {
      const chosen = await file();
      show(chosen.name, await bytesOf(chosen), handle);
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
  };
  const show = (name: string, bytes: Uint8Array<ArrayBuffer>, handle: FileHandle | null) => {
    const opened = openBook(name, bytes, handle);
    if (opened.ok) go('#/found');
    else setProblems(opened.problems);
  };
  const field = useHandles(open);

  return (
    <SheetFrame title={t('sheet.title')} invalid={error !== null || problems.length > 0}>
      <p>{t('sheet.lead')}</p>
      <p>{t(canPickFile ? 'sheet.leadInside' : 'sheet.leadBeside')}</p>
      <Drafts onProblems={setProblems} />
      <h2>{t('sheet.open')}</h2>
      <div ref={field}>
        <FileField
          id="workbook"
          label={t('sheet.workbook')}
          support={t('sheet.workbookHelp')}
          accept=".xlsx,.xlsm"
          error={error}
          onFile={(file) => void open(async () => file, null)}
        />
      </div>
      {problems.length > 0 && (
        <Notice kind="error" live="alert" heading={t('sheet.refused')}>
          <SheetProblems problems={problems} />
        </Notice>
      )}
      <h2>{t('sheet.blank')}</h2>
      <p>{t('sheet.blankHelp')}</p>
      <Buttons>
        {(['section', 'ward'] as const).map((kind) => (
          <Button
            key={kind}
            onClick={() => show(t(`sheet.blankName-${kind}`), bytesIn(templates[kind]), null)}
          >
            {t(`sheet.blank-${kind}`)}
          </Button>
        ))}
      </Buttons>
    </SheetFrame>
  );
}

/** The bytes of a `data:` address. */
const bytesIn = (address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));

/** Where the browser can write a file back, the field's click and drop bring one that it may write to. */
function useHandles(open: (file: () => Promise<File>, handle: FileHandle) => Promise<void>) {
  const field = useRef<HTMLDivElement>(null);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const input = field.current?.querySelector('input');
    if (!input || !canPickFile) return;
    const take = async (handle: FileHandle | null) => {
      if (handle) await latest.current(() => handle.getFile(), handle);
    };
    input.addEventListener('click', (event) => {
      event.preventDefault();
      void pickFile().then(take);
    });
    input.addEventListener('drop', (event) => {
      const { items } = event.dataTransfer ?? {};
      if (!items?.length) return;
      event.preventDefault();
      void droppedFile(items).then(take);
    });
  }, []);
  return field;
}
