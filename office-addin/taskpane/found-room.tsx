import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChooseSection } from '../../ui/sheet/choose-section.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import type { Reading } from '../excel/reading.ts';
import { isBlank, located, point, pointed, readAgain, reading, refused, told } from './at-hand.ts';
import { Frame } from './frame.tsx';
import { OtherSheets } from './other-sheets.tsx';
import { Point } from './point.tsx';
import { go } from './room.ts';
import { keep, recall } from './this-pc.ts';
import { outcome } from './write.ts';
import { begin } from './writing.ts';

/** What was found in the worksheet in front; where something was not, the chief points at it. */
export function FoundRoom() {
  const { value: now } = reading;
  return (
    <Frame
      title={t('pane.title')}
      footer={
        told.value?.ok &&
        !isBlank.value && (
          <Buttons>
            <Button kind="primary" type="submit" form={formId}>
              {t('sheet.write')}
            </Button>
          </Buttons>
        )
      }
    >
      {!now && !refused.value && <p role="status">{t('pane.reading')}</p>}
      {now?.grid.protected && (
        <Notice kind="warning" heading={t('pane.protected')}>
          <p>{t('pane.protectedHelp')}</p>
        </Notice>
      )}
      {now && <Found now={now} key={now.id} />}
    </Frame>
  );
}

const formId = 'choose-section';

function Found({ now }: { now: Reading }) {
  const { value: found } = located;
  const { value: sheet } = told;
  const name = now.grid.name;
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
  if (found?.ok && sheet?.ok) {
    return (
      <>
        <ChooseSection
          id={formId}
          maps={found.value.sheets}
          sheet={sheet.value}
          fiscalYear={fiscalYearOf(Date.now())}
          unit={ownUnit()}
          onChoose={(fresh) => {
            keepUnit(fresh);
            outcome.value = null;
            void begin(now, fresh).then(() => go('write'));
          }}
        />
        <PointedAt />
      </>
    );
  }
  const problems = found && !found.ok ? found.problems : sheet && !sheet.ok ? sheet.problems : [];
  return (
    <>
      <Notice kind="warning" live="status" heading={t('sheet.askHeading')}>
        <SheetProblems problems={problems} />
      </Notice>
      {problems[0]?.code === 'no-table' && <OtherSheets except={name} />}
      {problems[0] && <Point problem={problems[0]} grid={now.grid} />}
      <PointedAt />
      <p>
        <Button kind="text" onClick={() => void readAgain()}>
          {t('pane.readAgain')}
        </Button>
      </p>
    </>
  );
}

/** What was pointed at, and the way to forget it. */
function PointedAt() {
  if (Object.keys(pointed.value).length === 0) return null;
  return (
    <p>
      <Button kind="text" onClick={() => point({})}>
        {t('sheet.askAgain')}
      </Button>
    </p>
  );
}

const unitKey = 'unit';

interface OwnUnit {
  readonly ward: string | null;
  readonly division: string | null;
  readonly section: string | null;
}

/** The section that was chosen last on this PC. */
function ownUnit(): OwnUnit | null {
  const kept = recall(unitKey);
  if (typeof kept !== 'object' || kept === null) return null;
  const text = (part: string): string | null => {
    const value = (kept as Record<string, unknown>)[part];
    return typeof value === 'string' ? value : null;
  };
  return { ward: text('ward'), division: text('division'), section: text('section') };
}

function keepUnit({ ward, sections }: Sheet): void {
  const [one] = sections;
  keep(unitKey, { ward, division: one?.division ?? null, section: one?.section ?? null });
}
