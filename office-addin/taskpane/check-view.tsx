import { useMemo, useState } from 'preact/hooks';
import type { Advice } from '../../core/sheet/coach/advice.ts';
import { coach } from '../../core/sheet/coach/coach.ts';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { type Phase, phaseOf } from '../../core/sheet/session/phase.ts';
import { placeOf } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { adviceText } from '../../ui/sheet/advice.tsx';
import { goTo } from '../excel/go-to.ts';
import { idOf, parsedSheet, places, reading } from './current-worksheet.ts';
import { Frame } from './frame.tsx';

/** The coach over the whole worksheet; each remark leads to its cell. */
export function CheckView() {
  const { value: found } = places;
  const { value: sheet } = parsedSheet;
  return (
    <Frame title={t('pane.checkTitle')}>
      {found && sheet?.ok ? (
        <Check key={reading.value?.id} places={found} sheet={sheet.value} />
      ) : (
        reading.value && (
          <p>
            {t('pane.nothingToCheck')} <a href="#/sheet">{t('pane.toSheet')}</a>
          </p>
        )
      )}
    </Frame>
  );
}

function Check({ places: found, sheet }: { places: Places; sheet: Sheet }) {
  const [phase, setPhase] = useState<Phase>(() => phaseOf(sheet, Date.now()));
  const advice = useMemo(() => coach(sheet, phase), [sheet, phase]);
  const sections = sheet.sections.filter(({ section }) =>
    advice.some(({ place }) => place.section === section),
  );
  return (
    <>
      <Choice
        id="phase"
        label={t('pane.checkPhase')}
        options={[
          { value: 'start', label: t('sheet.phase-start') },
          { value: 'end', label: t('sheet.phase-end') },
        ]}
        value={phase}
        onChange={(value) => setPhase(value === 'end' ? 'end' : 'start')}
      />
      {advice.length === 0 ? (
        <Notice kind="success" live="status" heading={t('pane.allWell')} />
      ) : (
        <p role="status">{t('pane.remarks', { count: advice.length })}</p>
      )}
      {sections.map(({ division, section }) => (
        <section key={`${division} ${section}`}>
          <h2>{section}</h2>
          <ul class="p-remarks">
            {advice
              .filter(({ place }) => place.section === section)
              .map((one, index) => (
                <Remark key={index} advice={one} at={cellOf(found, one)} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Remark({ advice, at }: { advice: Advice; at: CellPlace | null }) {
  const { no } = advice.place;
  return (
    <li>
      {no !== null && <strong>{t('sheet.targetNo', { no })}</strong>}
      <p>{adviceText(advice)}</p>
      {at && (
        <Button
          kind="text"
          aria-label={t('pane.toCellOf', { cell: at.cell, section: advice.place.section })}
          onClick={() => void goTo(idOf(at.sheet), at.cell)}
        >
          {t('pane.toCell', { cell: at.cell })}
        </Button>
      )}
    </li>
  );
}

/** The cell a remark is about; where its field has no place, that of the target. */
function cellOf(found: Places, { place: { section, no, field } }: Advice): CellPlace | null {
  const own = placeOf(found, { division: null, section });
  const cells = own?.targets[(no ?? 1) - 1]?.cells;
  return cells?.[field] ?? cells?.target ?? null;
}
