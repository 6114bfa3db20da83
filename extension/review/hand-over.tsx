import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { reviewFileName } from '../../core/formats/file-name.ts';
import { makeJson } from '../../core/formats/json-text.ts';
import { makeReviewFile, type ReviewFile } from '../../core/formats/review-file.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { flushTexts } from '../../ui/kept-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { sha256 } from '../platform/sha256.ts';
import { HandOverContent } from './hand-over-content.tsx';
import { PaperHead } from './paper-head.tsx';
import { SaveFile } from './save-file.tsx';
import { UnitRight, useUnit } from './unit-right.tsx';
import './result.css';
import { store } from '../page-store.ts';

/** The hand-over file: who will see it, what goes in, and saving it. Only a finished review can be handed over. */
export function HandOverView() {
  const { value: current } = store.review;
  if (!current) return null;
  if (current.state === 'completed') return <HandOver key={current.id} current={current} />;
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
  const unit = useUnit(current);
  const { ward, division, section, role } = unit.fields;
  const [notes, setNotes] = useState(false);
  const [named, setNamed] = useState(false);
  const [name, setName] = useState('');
  const [stopped, setStopped] = useState(0);
  const [file, setFile] = useState<ReviewFile | null>(null);
  const [prints, setPrints] = useState(0);
  const nameless = named && name.trim() === '';
  const choice = { notes, name: (named && name.trim()) || null };

  // What is shown is the file itself, and what is shown is what is saved.
  useEffect(() => {
    let stale = false;
    const typed = { ...current, unit: { ward, division, section }, role };
    void makeReviewFile(typed, choice, sha256).then((made) => {
      if (made.ok && !stale) setFile(made.value);
    });
    return () => {
      stale = true;
    };
  }, [current, ward, division, section, role, notes, named, name]);
  // Once the page shows what was made for it.
  useLayoutEffect(() => {
    if (prints > 0) print();
  }, [prints]);

  /** The file as it is at the press: what was typed a moment ago is in it, be it saved yet or not. */
  const make = async (): Promise<ReviewFile | null> => {
    void flushTexts();
    const now = store.review.peek();
    const made = now && (await makeReviewFile(now, choice, sha256));
    if (!made?.ok) return null;
    setFile(made.value);
    return made.value;
  };
  const makeText = async () => {
    const made = await make();
    return made && { name: reviewFileName(made), text: makeJson(made) };
  };
  const printNow = async () => {
    if (await make()) setPrints((before) => before + 1);
  };

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
      <p class="f-screen">{t('handOver.lead')}</p>
      <section class="f-screen">
        <h2>{t('handOver.use')}</h2>
        <dl class="r-facts">
          <Use label={t('handOver.who')} text={t('handOver.whoHelp')} />
          <Use label={t('handOver.what')} text={t('handOver.whatHelp')} />
          <Use label={t('handOver.then')} text={t('handOver.thenHelp')} />
          <Use label={t('handOver.sealed')} text={t('handOver.checksum')} />
        </dl>
      </section>
      <section class="f-screen">
        <h2>{t('handOver.choose')}</h2>
        <UnitRight {...unit} />
        {written > 0 && (
          <Checkbox
            id="notes"
            label={t('handOver.notes', { count: written })}
            support={t('handOver.notesHelp')}
            checked={notes}
            onChange={setNotes}
          />
        )}
        <div class="r-named">
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
              limit={60}
              value={name}
              onInput={setName}
            />
          )}
        </div>
      </section>
      <section class="f-screen">
        <h2>{t('handOver.save')}</h2>
        <SaveFile make={makeText} maySave={maySave}>
          <Button onClick={() => void printNow()}>{t('handOver.print')}</Button>
        </SaveFile>
        <Buttons>
          <ButtonLink href="#/result">{t('own.toResult')}</ButtonLink>
        </Buttons>
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

const Use = ({ label, text }: { label: string; text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
);

/** How many notes would go in: those on answers that go in, and on what became of goals. */
function notesIn({ answers, goals }: Review): number {
  const onAnswers = Object.values(answers).filter(({ rating, note }) => rating && note);
  return onAnswers.length + goals.filter(({ outcomeNote }) => outcomeNote).length;
}
