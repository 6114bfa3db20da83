import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type KeyWith, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMessage } from '../../ui/status-message.tsx';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { store } from '../page-store.ts';
import { canChooseFolder, chooseFolder, saveIntoFolder } from '../platform/folder.ts';
import { causeOf } from '../store/db/cause.ts';
import { chosenFolder, rememberFolder } from '../store/tables/folders.ts';

/** What became of the last file for the folder. */
type Outcome =
  | { readonly state: 'saved'; readonly name: string; readonly folder: string }
  | { readonly state: 'failed'; readonly cause: string; readonly folder: string };

/** The browser's name for the cause, and how we word it. */
const causes: Readonly<Record<string, KeyWith<'cause' | 'folder'>>> = {
  NotAllowedError: 'saveFile.denied',
  NotFoundError: 'saveFile.gone',
  QuotaExceededError: 'saveFile.full',
};

interface SaveFileProps {
  /** Makes the file from what stands on the page now; null where there is none to make. */
  make: () => Promise<{ readonly name: string; readonly text: string } | null>;
  /** Asked before each saving; where the answer is no, the page says why. */
  maySave: () => boolean;
  /** A button beside the first. */
  children: ComponentChildren;
}

/** Saving a file: where the person says, or where the browser can, into a folder that is chosen once. */
export function SaveFile({ make, maySave, children }: SaveFileProps) {
  const [folder, setFolder] = useState<FileSystemDirectoryHandle | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [tries, setTries] = useState(0);
  const saving = useSavingFile();
  useEffect(() => {
    if (canChooseFolder) void chosenFolder(store).then(setFolder);
  }, []);

  const save = async () => {
    setOutcome(null);
    const made = await make();
    if (made) await saving.save(made.name, () => made.text);
  };
  const saveInto = async (into: FileSystemDirectoryHandle) => {
    saving.clear();
    const folder = into.name;
    const made = await make();
    if (!made) return;
    try {
      const name = await saveIntoFolder(into, made.name, made.text);
      setOutcome({ state: 'saved', name, folder });
    } catch (error) {
      setOutcome({ state: 'failed', cause: causeOf(error), folder });
    }
    setTries((before) => before + 1);
  };
  const ifAllowed = (act: () => unknown) => () => {
    if (maySave()) return act();
    setOutcome(null);
    saving.clear();
  };
  const choose = async () => {
    const chosen = await chooseFolder();
    if (!chosen) return;
    setFolder(chosen);
    await saveInto(chosen);
    await rememberFolder(store, chosen).catch(() => {});
  };

  return (
    <>
      <Buttons>
        {folder && (
          <Button kind="primary" onClick={ifAllowed(() => saveInto(folder))}>
            {t('saveFile.intoFolder', { folder: folder.name })}
          </Button>
        )}
        <Button kind={folder ? 'secondary' : 'primary'} onClick={ifAllowed(save)}>
          {t('saveFile.download')}
        </Button>
        {children}
        {canChooseFolder && (
          <Button onClick={ifAllowed(choose)}>
            {t(folder ? 'saveFile.otherFolder' : 'saveFile.chooseFolder')}
          </Button>
        )}
      </Buttons>
      <StatusMessage about={outcome && tries}>
        {outcome && <OutcomeNotice {...outcome} />}
      </StatusMessage>
      <SaveOutcomeNotice id="hand-over" saving={saving} />
    </>
  );
}

function OutcomeNotice(outcome: Outcome) {
  if (outcome.state === 'failed') {
    return (
      <Notice kind="error" level={3} heading={t('saveFile.failed')}>
        <p>{t(causes[outcome.cause] ?? 'saveFile.unknown', outcome)}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" level={3} heading={t('saveFile.saved')}>
      <p>{outcome.name}</p>
      <p>{t('saveFile.savedWhere', outcome)}</p>
    </Notice>
  );
}
