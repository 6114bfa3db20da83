import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { SaveOutcomeNotice, useSavingFile } from '../app/save-outcome.tsx';
import { store } from '../page-store.ts';
import { copyFileName } from './copy-file-name.ts';
import { CopyProblems } from './copy-problems.tsx';
import { CopyView } from './copy-view.tsx';
import { LastCount } from './counted.tsx';
import { type LoadedCopy, loadCopies } from './load-copies.ts';
import { Rebuild } from './rebuild.tsx';

interface ReadOnlyCopyProps {
  /** Offers to delete the database and to restore it from the copy (F5). */
  rebuild?: boolean;
}

/** What the second copy holds, to look at and to save; nothing is written (F5, F9). */
export function ReadOnlyCopy({ rebuild = false }: ReadOnlyCopyProps) {
  const [loaded, setLoaded] = useState<LoadedCopy | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const saving = useSavingFile();
  useEffect(() => void loadCopies(store).then(setLoaded), []);
  if (!loaded) return null;

  const { head, copies, savedAt, hurt } = loaded;
  const copy = copies.find(({ user }) => user === (chosen ?? head?.user)) ?? copies[0];
  return (
    <>
      {copies.map((each) => (
        <CopyProblems key={each.user} {...each} />
      ))}
      <LastCount />
      {rebuild && <Rebuild {...loaded} />}
      <h2>{t('copy.heading')}</h2>
      <p>
        {savedAt
          ? t('copy.savedAt', { time: dateAndTime(savedAt) })
          : t(hurt ? 'copy.hurt' : 'copy.none')}
      </p>
      {savedAt && hurt && <p>{t('copy.partlyHurt')}</p>}
      {rebuild && !savedAt && <p>{t('copy.fromElsewhere')}</p>}
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
            <Button onClick={() => void saving.save(copyFileName(copy), () => copy.text)}>
              {t('copy.save')}
            </Button>
          </Buttons>
          <SaveOutcomeNotice id="copy" saving={saving} heading={t('backup.saved')} />
          {copy.backup && <CopyView reviews={copy.backup.reviews} />}
        </>
      )}
    </>
  );
}
