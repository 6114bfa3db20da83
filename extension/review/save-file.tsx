import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Key, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Told } from '../../ui/told.tsx';
import { canChooseFolder, chooseFolder, saveIntoFolder } from '../platform/folder.ts';
import { downloadFile } from '../platform/save-file.ts';
import { causeOf } from '../store/cause.ts';
import { chosenFolder, rememberFolder } from '../store/folders.ts';

/** What became of the last try. */
type Outcome =
  | { readonly state: 'downloaded'; readonly name: string }
  | { readonly state: 'saved'; readonly name: string; readonly folder: string }
  | { readonly state: 'failed'; readonly cause: string; readonly folder: string };

/** The browser's name for the cause, and how we word it. */
const causes: Readonly<Record<string, Key>> = {
  NotAllowedError: 'saveFile.denied',
  NotFoundError: 'saveFile.gone',
  QuotaExceededError: 'saveFile.full',
};

interface SaveFileProps {
  name: string;
  text: string;
  /** Asked before each saving; where the answer is no, the page says why. */
  maySave: () => boolean;
  /** A button beside the first. */
  children: ComponentChildren;
}

/** Saving a file: as a download, or where the browser can, into a folder that is chosen once. */
export function SaveFile({ name, text, maySave, children }: SaveFileProps) {
  const [folder, setFolder] = useState<FileSystemDirectoryHandle | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (canChooseFolder) void chosenFolder().then(setFolder);
  }, []);

  const tell = (next: Outcome) => {
    setOutcome(next);
    setTries((before) => before + 1);
  };
  const download = () => {
    downloadFile(name, text);
    tell({ state: 'downloaded', name });
  };
  const saveInto = async (into: FileSystemDirectoryHandle) => {
    try {
      const saved = await saveIntoFolder(into, name, text);
      tell({ state: 'saved', name: saved, folder: into.name });
    } catch (error) {
      const cause = causeOf(error);
      tell({ state: 'failed', cause, folder: into.name });
    }
  };
  const ifAllowed = (save: () => unknown) => () => {
    if (maySave()) save();
    else setOutcome(null);
  };
  const choose = async () => {
    const chosen = await chooseFolder();
    if (!chosen) return;
    setFolder(chosen);
    await saveInto(chosen);
    await rememberFolder(chosen).catch(() => {});
  };

  return (
    <>
      <Buttons>
        {folder && (
          <Button kind="primary" onClick={ifAllowed(() => saveInto(folder))}>
            {t('saveFile.intoFolder', { folder: folder.name })}
          </Button>
        )}
        <Button kind={folder ? 'secondary' : 'primary'} onClick={ifAllowed(download)}>
          {t('saveFile.download')}
        </Button>
        {children}
        {canChooseFolder && (
          <Button onClick={ifAllowed(choose)}>
            {t(folder ? 'saveFile.otherFolder' : 'saveFile.chooseFolder')}
          </Button>
        )}
      </Buttons>
      <Told told={outcome && tries}>{outcome && <OutcomeNotice {...outcome} />}</Told>
    </>
  );
}

function OutcomeNotice(outcome: Outcome) {
  if (outcome.state === 'failed') {
    return (
      <Notice kind="error" level={3} heading={t('saveFile.failed')}>
        <p>{t(causes[outcome.cause] ?? 'saveFile.unknown', { ...outcome })}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" level={3} heading={t(`saveFile.${outcome.state}`)}>
      <p>{outcome.name}</p>
      <p>{t(`saveFile.${outcome.state}Where`, { ...outcome })}</p>
    </Notice>
  );
}
