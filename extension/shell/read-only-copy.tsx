import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { settingsFrom } from '../store/settings.ts';
import { CopyProblems } from './copy-problems.tsx';
import { CopyView } from './copy-view.tsx';
import { type LoadedCopy, loadCopies } from './load-copies.ts';
import { Rebuild } from './rebuild.tsx';
import { saveBackup } from './save-backup.ts';
import { dateAndTime } from './words.ts';

interface ReadOnlyCopyProps {
  /** Offers to delete the database and to restore it from the copy (F5). */
  rebuild?: boolean;
}

/** What the second copy holds, to look at and to save; nothing is written (F5, F9). */
export function ReadOnlyCopy({ rebuild = false }: ReadOnlyCopyProps) {
  const [loaded, setLoaded] = useState<LoadedCopy | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => void loadCopies().then(setLoaded), []);
  if (!loaded) return null;

  const { head, copies } = loaded;
  const copy = copies.find(({ user }) => user === (chosen ?? head?.user)) ?? copies[0];
  return (
    <>
      {copies.map((each) => (
        <CopyProblems key={each.user} {...each} />
      ))}
      {rebuild && <Rebuild {...loaded} />}
      <h2>{t('copy.heading')}</h2>
      {head ? (
        <p>{t('copy.savedAt', { time: dateAndTime(head.savedAt) })}</p>
      ) : (
        <p>{t('copy.none')}</p>
      )}
      {copies.length > 1 && (
        <Choice
          id="copy-user"
          label={t('copy.whose')}
          options={copies.map(({ user, label }) => ({ value: user, label }))}
          value={copy?.user ?? null}
          onChange={setChosen}
        />
      )}
      {copy && (
        <>
          <Buttons>
            <Button
              onClick={() => saveBackup(copy.text, settingsFrom(copy.backup?.settings ?? {}).unit)}
            >
              {t('copy.save')}
            </Button>
          </Buttons>
          {copy.backup && <CopyView reviews={copy.backup.reviews} />}
        </>
      )}
    </>
  );
}
