import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { dayName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { takeUpThisYear } from '../store/session/session.ts';
import { toGoals } from './goals.tsx';

interface ResultStateProps {
  current: Review;
  answered: number;
  /** Its goals can no longer be changed. */
  settled: boolean;
}

/** Which result this is, how far it can be relied on, and what to do next. */
export function ResultState({ current, answered, settled }: ResultStateProps) {
  return (
    <>
      {current.fiscalYear !== fiscalYearOf(Date.now()) && <OtherYear current={current} />}
      <p class="r-paper">{heading(current)}</p>
      <div class="f-screen">
        {current.state === 'completed' ? (
          <Finished current={current} settled={settled} />
        ) : answered > 0 ? (
          <Interim current={current} answered={answered} />
        ) : (
          <Nothing />
        )}
      </div>
    </>
  );
}

const heading = ({ completedAt }: Review): string =>
  completedAt ? t('result.finished', { day: dayName(completedAt) }) : t('result.interim');

function OtherYear({ current }: { current: Review }) {
  const year = fiscalYearName(current.fiscalYear);
  const thisYear = fiscalYearName(fiscalYearOf(Date.now()));
  return (
    <div class="f-screen">
      <p>{t('result.otherYear', { year })}</p>
      <Buttons>
        <Button onClick={() => void takeUpThisYear(store).then(toTop)}>
          {t('result.thisYear', { year: thisYear })}
        </Button>
      </Buttons>
    </div>
  );
}

/** Another review stands on the page: it begins again at the heading. */
export function toTop(): void {
  scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}

function Finished({ current, settled }: Omit<ResultStateProps, 'answered'>) {
  return (
    <Notice kind="success" heading={heading(current)}>
      <p>{t('result.next')}</p>
      <div class="r-finished">
        <ol class="r-steps">
          {!settled && (
            <li>
              <Button onClick={toGoals}>{t('result.goals')}</Button>
            </li>
          )}
          <li>
            <ButtonLink kind="primary" href="#/handover">
              {t('result.handOver')}
            </ButtonLink>
          </li>
        </ol>
        <Print />
      </div>
    </Notice>
  );
}

function Interim({ current, answered }: { current: Review; answered: number }) {
  const total = builtInCatalog.standards.length;
  return (
    <Notice
      kind="info"
      heading={heading(current)}
      actions={
        <>
          <ButtonLink kind="primary" href="#/">
            {t('review.goOn')}
          </ButtonLink>
          <Print />
        </>
      }
    >
      <p>{t('review.progress', { total, answered })}</p>
    </Notice>
  );
}

const Print = () => <Button onClick={() => print()}>{t('result.print')}</Button>;

function Nothing() {
  return (
    <Notice
      kind="info"
      heading={t('result.nothing')}
      actions={
        <ButtonLink kind="primary" href="#/">
          {t('result.toTasks')}
        </ButtonLink>
      }
    >
      <p>{t('result.nothingHelp')}</p>
    </Notice>
  );
}
