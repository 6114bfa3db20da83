import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SheetMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChooseSection } from '../../ui/sheet/choose-section.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { go } from '../shell/route.ts';
import { user } from '../store/session.ts';
import { Ask } from './ask.tsx';
import { located, told } from './at-hand.ts';
import { Compared } from './compared.tsx';
import { FoundPicture } from './found-picture.tsx';
import { SheetFrame } from './frame.tsx';
import { Sections } from './sections.tsx';
import { left } from './take-up.ts';
import { begin, type Differing, failed, goOn, settled, take, theirs, writing } from './writing.ts';

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
  return (
    <>
      {/* Who comes back for another section sees first what is missing. */}
      {writing.value && sections}
      <ChooseSection
        maps={maps}
        sheet={sheet}
        fiscalYear={last?.fiscalYear ?? fiscalYearOf(Date.now())}
        unit={unit}
        notice={differing && <Differs {...differing} />}
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

/** The chief says which is right. */
function Differs({ fresh, draft }: Differing) {
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
          <Button onClick={choose(() => goOn(draft, fresh))}>{t('sheet.useDraft')}</Button>
          <Button onClick={choose(() => take(fresh, draft.seq))}>{t('sheet.useFile')}</Button>
        </>
      }
    >
      <p>{t('sheet.differsHelp')}</p>
      <Compared one={draft} other={fresh} names={[t('sheet.draft'), t('sheet.workbook')]} />
    </Notice>
  );
}
