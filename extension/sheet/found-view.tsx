import { useEffect, useMemo, useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { findingsOf } from '../../core/sheet/fill/findings.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { sectionKey } from '../../core/sheet/session/draft-texts.ts';
import { t } from '../../locales/t.ts';
import { dateAndTime } from '../../ui/date-and-time.ts';
import { Notice } from '../../ui/notice.tsx';
import { ChooseSection } from '../../ui/sheet/choose-section.tsx';
import { DraftDiffers } from '../../ui/sheet/draft-differs.tsx';
import { DraftNotice } from '../../ui/sheet/draft-notice.tsx';
import { Findings } from '../../ui/sheet/findings.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { WhichSection } from '../../ui/sheet/which-section.tsx';
import { go } from '../app/route.ts';
import { store } from '../page-store.ts';
import { begin, type Differing, draftOf, goOnIn } from './begin.ts';
import { sides } from './conflicts.ts';
import { book, chosen, opened, parsedSheet, places, problems } from './current-workbook.ts';
import { writing } from './draft.ts';
import { allSaved, failed } from './draft-saving.ts';
import { FormPicture } from './form-picture.tsx';
import { SheetFrame } from './frame.tsx';
import { imported } from './imported.ts';
import { left } from './left.ts';
import { NextActs } from './next-acts.tsx';
import { isOfYears, Question } from './question.tsx';
import { Sections } from './sections.tsx';
import { ThisForm } from './this-form.tsx';
import { take } from './writing.ts';

const back = () => ({ href: '#/', label: t('sheet.backToOpen') });

/** What was found in the workbook; where something was not, the chief points at it. */
export function FoundView() {
  const { value: found } = places;
  const { value: sheet } = parsedSheet;
  if (!found) {
    const readings = opened.value && 'readings' in opened.value ? opened.value.readings : [];
    return (
      <SheetFrame title={askTitle(readings)} back={back()}>
        {opened.value?.kind === 'several' && <p>{t('sheet.whichFormHelp')}</p>}
        <Question problems={problems.value} readings={readings} />
      </SheetFrame>
    );
  }
  return (
    <SheetFrame title={t('sheet.foundTitle')} back={back()} invalid={sheet?.ok === false}>
      {sheet && !sheet.ok && (
        <>
          <Notice kind="error" heading={t('sheet.refused')}>
            <SheetProblems problems={sheet.problems} />
          </Notice>
          {sheet.problems.some(({ code }) => code === 'section-unclear') && (
            <WhichSection
              onSection={(section) => {
                chosen.value = { ...chosen.value, section };
              }}
            />
          )}
          <NextActs problems={sheet.problems} besides={['teach']} except={['tell-section']} />
        </>
      )}
      {sheet?.ok && <Found places={found} sheet={sheet.value} />}
    </SheetFrame>
  );
}

function askTitle(readings: readonly Places[]): string {
  if (opened.value?.kind === 'several') return t('sheet.whichForm');
  if (isOfYears(problems.value[0], readings)) return t('sheet.whichYear');
  if (readings.length > 0) return t(readings.length > 1 ? 'sheet.readings' : 'sheet.readingAsk');
  const code = problems.value[0]?.code;
  return t(code === 'other-paper' || code === 'no-table' ? 'sheet.notSuchForm' : 'sheet.askTitle');
}

function Found({ places: found, sheet }: { places: Places; sheet: Sheet }) {
  const [differing, setDiffering] = useState<Differing | null>(null);
  const last = left.value?.draft ?? writing.value;
  const findings = useMemo(
    () =>
      findingsOf(found, {
        ...(book.value && { traits: book.value.workbook.traits }),
        fiscalYear: left.value?.draft.fiscalYear ?? imported.value?.fiscalYear ?? null,
        thisYear: fiscalYearOf(Date.now()),
      }),
    [found, book.value, left.value, imported.value],
  );
  const start = async (fresh: Sheet) => {
    await allSaved();
    // What could not be saved stays at hand, and is told above.
    if (failed.value !== null || sides.value?.kind === 'page') return;
    const both = await begin(fresh);
    setDiffering(both);
    if (!both) go('#/write');
  };
  const unit = left.value ? unitOf(left.value.draft) : (store.user.value?.settings.unit ?? null);
  const sections = (
    <Sections
      places={found}
      sheet={{ ...sheet, ward: sheet.ward ?? unit?.ward ?? null }}
      onChoose={(fresh) => void start(fresh)}
    />
  );
  if (differing) return <Differs {...differing} onBack={() => setDiffering(null)} />;
  return (
    <>
      {/* Who comes back for another section sees first what is missing. */}
      {writing.value && sections}
      {!writing.value && <Findings findings={findings} />}
      <ChooseSection
        places={found}
        sheet={sheet}
        fiscalYear={last?.fiscalYear ?? imported.value?.fiscalYear ?? fiscalYearOf(Date.now())}
        unit={unit}
        notice={(fresh) => <DraftHere key={sectionKey(fresh)} fresh={fresh} />}
        onChoose={(fresh) => void start(fresh)}
      >
        {(place) => <FormPicture places={found} place={place} />}
      </ChooseSection>
      <ThisForm form={found.form} />
      {!writing.value && sections}
    </>
  );
}

const unitOf = ({ ward, sections: [first] }: Sheet) => ({
  ward,
  division: first?.division ?? null,
  section: first?.section ?? null,
});

/** What was written of a section before, so that nobody is surprised by it. */
function DraftHere({ fresh }: { fresh: Sheet }) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof draftOf>>>(null);
  useEffect(() => void draftOf(fresh).then(setFound), [fresh]);
  if (!found) return null;
  const { draft, asks } = found;
  return (
    <DraftNotice
      draft={draft}
      time={dateAndTime(draft.at)}
      fileName={draft.file?.name}
      asks={asks}
    />
  );
}

/** The chief says which is right. */
function Differs({ fresh, draft, onBack }: Differing & { onBack: () => void }) {
  const choose = (act: () => void) => () => {
    act();
    go('#/write');
  };
  return (
    <DraftDiffers
      fresh={fresh}
      draft={draft}
      time={dateAndTime(draft.at)}
      fileName={draft.file?.name}
      onDraft={choose(() => goOnIn(fresh, draft))}
      onFile={choose(() => take({ sheet: fresh, draft: null }))}
      onBack={onBack}
    />
  );
}
