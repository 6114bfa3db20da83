import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardById } from '../../../core/catalog/lookup.ts';
import { complianceRate } from '../../../core/review/summary.ts';
import { type HandTally, toTalkAbout } from '../../../core/training/hand-tally.ts';
import { t } from '../../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx';
import { dateAndTime } from '../../../ui/date-and-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { percent } from '../../../ui/percent.ts';
import { route } from '../../app/route.ts';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { store } from '../../page-store.ts';
import { readTally } from '../../store/tables/tallies.ts';
import { TrainerFrame } from '../frame.tsx';
import { sessionAtHand, tally as tallyAtHand } from '../show/showing.ts';
import { CountsTable } from './counts-table.tsx';
import { KeepTally } from './keep-opened-tally.tsx';
import { SaveTally } from './save-tally.tsx';
import { openedTally } from './tally-file.ts';

/** `#/tally/<session>`, or `#/tally/file`: the hands of a session, and what to talk about. */
export function TallyView() {
  const [, id = ''] = route.value;
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  const [tally, setTally] = useState<HandTally | null>(null);
  useEffect(() => {
    void Promise.all([wholeCatalog(), find(id)]).then(([whole, found]) => {
      setCatalog(whole);
      setTally(found);
    });
  }, [id]);
  if (!catalog) return null;
  const session = sessionAtHand();
  const back = session?.id === id ? `#/show/${session.course}` : null;
  const none = !tally?.items.length;
  return (
    <TrainerFrame title={tally ? t('tally.title', { title: tally.title }) : t('tally.none')}>
      {none ? (
        <Notice kind="info" heading={t('tally.none')}>
          <p>{t('tally.noneHelp')}</p>
        </Notice>
      ) : (
        <TallyContent tally={tally} catalog={catalog} isOpened={id === 'file'} />
      )}
      <Buttons>
        {!none && <Button onClick={() => print()}>{t('result.print')}</Button>}
        {back && <ButtonLink href={back}>{t('tally.back')}</ButtonLink>}
        <ButtonLink href="#/">{t('trainer.toCourses')}</ButtonLink>
      </Buttons>
    </TrainerFrame>
  );
}

/** Of the session at hand the last hand may still be on its way to the disk. */
async function find(id: string): Promise<HandTally | null> {
  if (id === 'file') return openedTally.value;
  if (sessionAtHand()?.id === id && tallyAtHand.value) return tallyAtHand.value;
  return (await readTally(store, id)) ?? null;
}

interface TallyContentProps {
  tally: HandTally;
  catalog: Catalog;
  /** It comes from a file, and is not on this PC. */
  isOpened: boolean;
}

function TallyContent({ tally, catalog, isOpened }: TallyContentProps) {
  const textOf = (id: string) => standardById(catalog, id)?.text ?? id;
  const toTalk = toTalkAbout(tally);
  const applies = tally.items.some(({ counts }) => complianceRate(counts) !== null);
  return (
    <>
      <p>{t('tally.heldAt', { time: dateAndTime(tally.heldAt) })}</p>
      <h2>{t('slide.talk')}</h2>
      {toTalk.length > 0 ? (
        <ol>
          {toTalk.map(({ standard, rate }) => (
            <li key={standard}>
              {textOf(standard)}（{percent(rate)}）
            </li>
          ))}
        </ol>
      ) : (
        <p>{t(applies ? 'tally.allKept' : 'tally.noneApplies')}</p>
      )}
      <CountsTable items={tally.items} textOf={textOf} />
      <p>{t('tally.rateNote')}</p>
      <p>{t('tally.note')}</p>
      {isOpened && <KeepTally tally={tally} />}
      <SaveTally tally={tally} />
    </>
  );
}
