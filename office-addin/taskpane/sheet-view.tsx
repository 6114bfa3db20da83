import { signal } from '@preact/signals';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import type { Problem } from '../../core/result.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { placeOf } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChooseSection } from '../../ui/sheet/choose-section.tsx';
import type { Reading } from '../excel/reading.ts';
import {
  isBlank,
  opened,
  parsedSheet,
  places,
  reading,
  refused,
  section,
} from './current-worksheet.ts';
import { keptOf } from './draft.ts';
import { fetchSession } from './fetch-session.ts';
import { Frame } from './frame.tsx';
import { later } from './later.tsx';
import { OtherSheets } from './other-sheets.tsx';
import { keepUnit, ownUnit } from './own-unit.ts';
import { keepSection } from './remembered-section.ts';
import type { Differing } from './session.ts';
import { go } from './view.ts';
import { outcome } from './write-outcome.ts';

/** What was found in the worksheet in front; where something was not, what the chief can do about it. */
export function SheetView() {
  const { value: now } = reading;
  return (
    <Frame
      title={t('pane.title')}
      footer={
        parsedSheet.value?.ok &&
        !isBlank.value &&
        differing.value?.found !== places.value && (
          <Buttons>
            <Button kind="primary" type="submit" form={formId}>
              {t('sheet.write')}
            </Button>
          </Buttons>
        )
      }
    >
      {!now && !refused.value && <p role="status">{t('pane.reading')}</p>}
      {now?.grid.protected && <Protected />}
      {now && <Found now={now} key={now.id} />}
    </Frame>
  );
}

/** A form that has no place for the section's name can't tell it again: it is remembered on this PC. */
function keepNameless({ grid }: Reading, found: Places, { sections }: Sheet): void {
  const [named] = sections;
  const place = named && placeOf(found, named);
  if (!named || !place || place.section !== '' || place.nameCells.length > 0) return;
  keepSection(grid, named.section);
  section.value = named.section;
}

/** Goes on to the texts; of a draft of another workbook it is asked first. */
async function start(found: Places, fresh: Sheet): Promise<void> {
  const { begin } = await fetchSession();
  const both = await begin(found, fresh);
  differing.value = both;
  if (!both) go('write');
}

/** As it is handed on: what the pane puts behind the result is its own choice. */
const formNow = () => (opened.value && 'places' in opened.value ? opened.value.places.form : null);

// What is read behind the first view.
const Protected = later(async () => (await import('./standing.tsx')).Protected);
const Standing = later(async () => (await import('./standing.tsx')).Standing);

// Seldom needed by those whose form is known.
const NotFound = later(async () => (await import('./not-found.tsx')).NotFound);
const DraftHere = later(async () => (await import('./draft-here.tsx')).DraftHere);
const Differs = later(async () => (await import('./differs.tsx')).Differs);
const KnownForm = later(async () => (await import('./known-form.tsx')).KnownForm);

const formId = 'choose-section';

/** A draft of another workbook that is asked about, as long as this one is as it was. */
const differing = signal<Differing | null>(null);

function Found({ now }: { now: Reading }) {
  const { value: found } = places;
  const { value: sheet } = parsedSheet;
  const { name } = now.grid;
  if (isBlank.value) {
    return (
      <>
        <Notice
          kind="info"
          heading={t('pane.blank', { sheet: name })}
          actions={<ButtonLink href="#/new">{t('pane.toNew')}</ButtonLink>}
        >
          <p>{t('pane.blankHelp')}</p>
        </Notice>
        <OtherSheets except={name} />
      </>
    );
  }
  const both = differing.value;
  if (both && both.found === found) {
    const back = () => {
      differing.value = null;
    };
    return (
      <Differs
        {...both}
        onBegun={() => {
          back();
          go('write');
        }}
        onBack={back}
      />
    );
  }
  if (found && sheet?.ok) {
    return (
      <>
        <ChooseSection
          id={formId}
          places={found}
          sheet={sheet.value}
          fiscalYear={fiscalYearOf(Date.now())}
          unit={ownUnit()}
          onChoose={(fresh) => {
            keepUnit(fresh);
            keepNameless(now, found, fresh);
            outcome.value = null;
            void start(found, fresh);
          }}
          notice={(fresh) => keptOf(fresh).length > 0 && <DraftHere found={found} fresh={fresh} />}
        />
        <Standing found={found} />
        <KnownForm form={formNow() ?? found.form} isKept={opened.value?.kind === 'known'} />
      </>
    );
  }
  return <NotFound now={now} problems={sheet && !sheet.ok ? sheet.problems : problemsNow()} />;
}

const problemsNow = (): readonly Problem[] =>
  opened.value?.kind === 'unsure' ? opened.value.problems : [];
