import { useEffect, useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SheetMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChooseSection } from '../../ui/sheet/choose-section.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { go } from '../shell/route.ts';
import { dateAndTime } from '../shell/words.ts';
import { user } from '../store/session.ts';
import { Ask } from './ask.tsx';
import { located, told } from './at-hand.ts';
import { Compared } from './compared.tsx';
import { sectionKey, written } from './draft-texts.ts';
import { FoundPicture } from './found-picture.tsx';
import { SheetFrame } from './frame.tsx';
import { Sections } from './sections.tsx';
import { left } from './take-up.ts';
import {
  begin,
  type Differing,
  draftOf,
  failed,
  goOn,
  settled,
  take,
  theirs,
  writing,
} from './writing.ts';

const back = () => ({ href: '#/', label: t('sheet.backToOpen') });

/** What was found in the workbook; where something was not, the chief points at it. */
export function FoundRoom() {
  const { value: found } = located;
  const { value: sheet } = told;
  if (found && !found.ok) {
    return (
      <SheetFrame title={t('sheet.askTitle')} back={back()}>
        <Ask problems={found.problems} />
      </SheetFrame>
    );
  }
  return (
    <SheetFrame title={t('sheet.foundTitle')} back={back()} invalid={sheet?.ok === false}>
      {found && sheet && !sheet.ok && (
        <Notice kind="error" heading={t('sheet.refused')}>
          <SheetProblems problems={sheet.problems} />
        </Notice>
      )}
      {found && sheet?.ok && <Found maps={found.value.sheets} sheet={sheet.value} />}
    </SheetFrame>
  );
}

function Found({ maps, sheet }: { maps: readonly SheetMap[]; sheet: Sheet }) {
  const [differing, setDiffering] = useState<Differing | null>(null);
  const start = async (fresh: Sheet) => {
    await settled();
    // What could not be saved stays at hand, and is told above.
    if (failed.value !== null || theirs.value) return;
    const both = await begin(fresh);
    setDiffering(both);
    if (!both) go('#/write');
  };
  const last = left.value?.draft ?? writing.value;
  const unit = left.value ? unitOf(left.value.draft) : (user.value?.settings.unit ?? null);
  const sections = (
    <Sections
      maps={maps}
      sheet={{ ...sheet, ward: sheet.ward ?? unit?.ward ?? null }}
      onChoose={(fresh) => void start(fresh)}
    />
  );
  if (differing) return <Differs {...differing} onBack={() => setDiffering(null)} />;
  return (
    <>
      {/* Who comes back for another section sees first what is missing. */}
      {writing.value && sections}
      <ChooseSection
        maps={maps}
        sheet={sheet}
        fiscalYear={last?.fiscalYear ?? fiscalYearOf(Date.now())}
        unit={unit}
        notice={(fresh) => <DraftHere key={sectionKey(fresh)} fresh={fresh} />}
        onChoose={(fresh) => void start(fresh)}
      >
        {(map, place) => <FoundPicture map={map} place={place} />}
      </ChooseSection>
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
    <Notice
      kind="info"
      live="status"
      heading={t('sheet.draftHere', { section: draft.sections[0]?.section ?? '' })}
    >
      <p>{t('sheet.draftState', { count: written(draft), time: dateAndTime(draft.at) })}</p>
      <p>{t(asks ? 'sheet.draftAsks' : 'sheet.draftGoesOn')}</p>
    </Notice>
  );
}

/** The chief says which is right. */
function Differs({ fresh, draft, onBack }: Differing & { onBack: () => void }) {
  const choose = (take: () => void) => () => {
    take();
    go('#/write');
  };
  return (
    <Notice
      kind="warning"
      focused
      heading={t('sheet.differs')}
      actions={
        <>
          <Button kind="primary" onClick={choose(() => goOn(draft, fresh))}>
            {t('sheet.useDraft')}
          </Button>
          <Button onClick={choose(() => take(fresh, draft.seq))}>{t('sheet.useFile')}</Button>
          <Button kind="text" onClick={onBack}>
            {t('sheet.chooseOther')}
          </Button>
        </>
      }
    >
      <p>{t('sheet.differsHelp', { time: dateAndTime(draft.at) })}</p>
      <Compared one={draft} other={fresh} names={[t('sheet.draft'), t('sheet.workbook')]} />
    </Notice>
  );
}
