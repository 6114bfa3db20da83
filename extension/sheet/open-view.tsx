import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../core/result.ts';
import { t } from '../../locales/t.ts';
import sectionTemplate from '../../templates/section.xlsx?inline';
import wardTemplate from '../../templates/ward.xlsx?inline';
import { Button, Buttons } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { go } from '../app/route.ts';
import { ownText } from '../platform/file-text.ts';
import {
  bytesOf,
  canPickFile,
  droppedFile,
  type FileHandle,
  pickFile,
} from '../platform/workbook-file.ts';
import { causeOf } from '../store/db/cause.ts';
import { Clashes } from './clashes.tsx';
import { Drafts } from './drafts.tsx';
import { SheetFrame } from './frame.tsx';
import { imported } from './imported.ts';
import { KeptForms } from './kept-forms-list.tsx';
import { type OpenedJson, openJson } from './open-json.ts';
import { openBook } from './resume.ts';

const templates = { section: sectionTemplate, ward: wardTemplate } as const;

/** A workbook is opened, or a blank template taken. */
export function OpenView() {
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [given, setGiven] = useState<OpenedJson | null>(null);
  const open = async (file: () => Promise<File>, handle: FileHandle | null) => {
    setError(null);
    setProblems([]);
    setGiven(null);
    try {
      const chosen = await file();
      if (/\.json$/i.test(chosen.name)) {
        const text = await ownText(chosen);
        take(text.ok ? await openJson(text.value) : text);
      } else await show(chosen.name, await bytesOf(chosen), handle);
    } catch (cause) {
      setError(t('restore.unreadable', { cause: causeOf(cause) }));
    }
  };
  const take = (read: Result<OpenedJson>) => {
    if (read.ok) setGiven(read.value);
    else setProblems(read.problems);
  };
  const show = async (name: string, bytes: Uint8Array<ArrayBuffer>, handle: FileHandle | null) => {
    const opened = await openBook(name, bytes, handle);
    if (opened.ok) go('#/found');
    else setProblems(opened.problems);
  };
  const field = useHandles(open);

  return (
    <SheetFrame title={t('sheet.title')} invalid={error !== null || problems.length > 0}>
      <p>{t('sheet.lead')}</p>
      <p>{t(canPickFile ? 'sheet.leadInside' : 'sheet.leadBeside')}</p>
      <Clashes />
      <Drafts onProblems={setProblems} />
      <h2>{t('sheet.open')}</h2>
      <div ref={field}>
        <FileField
          id="workbook"
          label={t('sheet.workbook')}
          support={t('sheet.workbookHelp')}
          accept=".xlsx,.xlsm,.json"
          error={error}
          onFile={(file) => void open(async () => file, null)}
        />
      </div>
      {given && <Given given={given} />}
      {!given && imported.value && <Given given={{ kind: 'sheet', sheet: imported.value }} />}
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
            onClick={() => void show(t(`sheet.blankName-${kind}`), bytesIn(templates[kind]), null)}
          >
            {t(`sheet.blank-${kind}`)}
          </Button>
        ))}
      </Buttons>
      <KeptForms />
    </SheetFrame>
  );
}

/** What came of a file of ours. */
function Given({ given }: { given: OpenedJson }) {
  if (given.kind === 'form') {
    return (
      <Notice
        kind="success"
        live="status"
        heading={t('sheet.formGiven', { title: given.form.title })}
      >
        <p>{t('sheet.formGivenHelp')}</p>
      </Notice>
    );
  }
  const names = given.sheet.sections.map(({ section }) => section).join('、');
  if (!names) return null;
  return (
    <Notice kind="info" live="status" heading={t('sheet.sheetGiven', { names })}>
      <p>{t('sheet.sheetGivenHelp')}</p>
    </Notice>
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
