import { useEffect, useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { earlierReview, oneEachYear } from '../../core/review/comparison.ts';
import { summarize } from '../../core/review/summary.ts';
import { goInstead, route } from '../app/route.ts';
import { state } from '../dated/dated-copies.ts';
import { DatedNotice } from '../dated/dated-notice.tsx';
import { takeUp } from '../store/session/session.ts';
import { AllAnswers } from './all-answers.tsx';
import { Goals } from './goals.tsx';
import { Headline } from './headline.tsx';
import { Highlights } from './highlights.tsx';
import { History } from './history.tsx';
import { KeepResult } from './keep-result.tsx';
import { LookBack } from './look-back.tsx';
import { NotCounted } from './not-counted.tsx';
import { PaperHead } from './paper-head.tsx';
import { Pictures } from './pictures.tsx';
import { Reopen } from './reopen.tsx';
import './result.css';
import { store } from '../page-store.ts';
import { ResultState } from './result-state.tsx';
import { useHistory } from './use-history.ts';

/** What the answers say, for looking back and for paper; also while the review is still open. */
export function ResultView() {
  const { value: current } = store.review;
  const past = useHistory();
  // `#/result/2025`, as other pages lead to the result of an earlier 年度.
  const [, year] = route.value;
  useEffect(() => {
    if (!year || !past) return;
    const asked = oneEachYear(past).find(({ fiscalYear }) => String(fiscalYear) === year);
    if (asked) takeUp(store, asked);
    goInstead('#/result');
  }, [year, past]);
  // Where it comes late it comes last: nothing that stands moves.
  const [isKnown] = useState(() => state.peek() !== null);
  if (!current || !past || year) return null;
  const summary = summarize(current, builtInCatalog);
  const earlier = earlierReview(past, current);
  const answered = builtInCatalog.standards.length - summary.all.unanswered;
  // A review's goals stand once a later 年度 has begun.
  const settled = past.some(({ fiscalYear }) => fiscalYear > current.fiscalYear);
  return (
    <>
      {answered > 0 && <PaperHead {...current} />}
      <ResultState current={current} answered={answered} settled={settled} />
      {isKnown && <DatedNotice />}
      {answered > 0 && (
        <>
          <Headline tally={summary.all} earlier={earlier} />
          <Pictures current={current} past={past} />
          {summary.all.rate !== null && (
            <Highlights current={current} earlier={earlier} settled={settled} />
          )}
          <Goals key={current.id} current={current} settled={settled} />
        </>
      )}
      <LookBack />
      {answered > 0 && (
        <>
          <NotCounted current={current} />
          {current.state === 'completed' && <Reopen {...current} />}
        </>
      )}
      <KeepResult current={current} answered={answered} />
      <History past={past} />
      {answered > 0 && <AllAnswers current={current} />}
      {!isKnown && <DatedNotice />}
    </>
  );
}
