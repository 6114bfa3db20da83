import { useEffect, useState } from 'preact/hooks';
import { reviewFileName } from '../../core/exchange/file-name.ts';
import { makeJson } from '../../core/exchange/json-text.ts';
import { makeReviewFile, type ReviewFile } from '../../core/exchange/review-file.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sha256 } from '../platform/sha256.ts';
import { review } from '../store/session.ts';
import { HandOverContent } from './hand-over-content.tsx';
import { PaperHead } from './paper-head.tsx';
import { SaveFile } from './save-file.tsx';
import './result.css';

/** The hand-over file: who will see it, what goes in, and saving it. Only a finished review can be handed over. */
export function HandOverRoom() {
  const { value: current } = review;
  if (!current) return null;
  if (current.state === 'completed') return <HandOver current={current} />;
  return (
    <Notice
      kind="info"
      heading={t('handOver.open')}
      actions={
        <ButtonLink kind="primary" href="#/check">
          {t('review.toCheck')}
        </ButtonLink>
      }
    >
      <p>{t('handOver.openHelp')}</p>
    </Notice>
  );
}

function HandOver({ current }: { current: Review }) {
  const [notes, setNotes] = useState(false);
  const [named, setNamed] = useState(false);
  const [name, setName] = useState('');
  const [stopped, setStopped] = useState(0);
  const [file, setFile] = useState<ReviewFile | null>(null);
  const nameless = named && name.trim() === '';

  // What is shown is the file itself, and what is shown is what is saved.
  useEffect(() => {
    let stale = false;
    const signed = (named && name.trim()) || null;
    void makeReviewFile(current, { notes, name: signed }, sha256).then((made) => {
      if (made.ok && !stale) setFile(made.value);
    });
    return () => {
      stale = true;
    };
  }, [current, notes, named, name]);

  if (!file) return null;
  const text = makeJson(file);
  const written = notesIn(current);
  const nameError = nameless && stopped > 0 ? t('handOver.nameMissing') : null;
  const maySave = () => {
    setStopped(nameless ? stopped + 1 : 0);
    return !nameless;
  };
  return (
    <>
      {nameError && (
        // Each try puts the focus on it anew.
        <ErrorSummary key={stopped} errors={[{ field: 'name', text: nameError }]} />
      )}
      <PaperHead {...file} />
      <div class="r-words f-screen">
        <p>{t('handOver.lead')}</p>
        <p>{t('handOver.notForEyes')}</p>
        <p>{t('handOver.passing')}</p>
        <p>{t('handOver.readers')}</p>
        <p>{t('handOver.checksum')}</p>
      </div>
      <section class="f-screen">
        <h2>{t('handOver.choose')}</h2>
        {written > 0 && (
          <Checkbox
            id="notes"
            label={t('handOver.notes', { count: written })}
            support={t('handOver.notesHelp')}
            checked={notes}
            onChange={setNotes}
          />
        )}
        <Checkbox
          id="named"
          label={t('handOver.named')}
          support={t('handOver.namedHelp')}
          checked={named}
          onChange={setNamed}
        />
        {named && (
          <TextField
            id="name"
            label={t('handOver.name')}
            error={nameError}
            length={20}
            maxLength={60}
            value={name}
            onInput={setName}
          />
        )}
      </section>
      <section class="f-screen">
        <h2>{t('handOver.save')}</h2>
        <SaveFile name={reviewFileName(file)} text={text} maySave={maySave}>
          <Button onClick={() => print()}>{t('handOver.print')}</Button>
        </SaveFile>
      </section>
      <HandOverContent file={file} />
      <div class="f-screen">
        <Disclosure summary={t('handOver.raw')}>
          <pre class="r-raw">{text}</pre>
        </Disclosure>
      </div>
    </>
  );
}

/** How many notes would go in: those on answers that go in, and on what became of goals. */
function notesIn({ answers, goals }: Review): number {
  const onAnswers = Object.values(answers).filter(({ rating, note }) => rating && note);
  return onAnswers.length + goals.filter(({ outcomeNote }) => outcomeNote).length;
}
