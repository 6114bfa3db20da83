import { useMemo, useState } from 'preact/hooks';
import type { Advice } from '../../core/sheet/advice.ts';
import { coach, type Phase } from '../../core/sheet/coach.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { SheetMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { adviceText } from '../../ui/sheet/advice.tsx';
import { phaseNow } from '../../ui/sheet/phase.ts';
import { goTo } from '../excel/go-to.ts';
import { located, reading, told } from './at-hand.ts';
import { Frame } from './frame.tsx';

/** The coach over the whole worksheet; each remark leads to its cell. */
export function CheckRoom() {
  const { value: found } = located;
  const { value: sheet } = told;
  const map = found?.ok ? found.value.sheets[0] : undefined;
  return (
    <Frame title={t('pane.checkTitle')}>
      {map && sheet?.ok ? (
        <Check key={reading.value?.id} map={map} sheet={sheet.value} />
      ) : (
        reading.value && (
          <p>
            {t('pane.nothingToCheck')} <a href="#/found">{t('pane.toFound')}</a>
          </p>
        )
      )}
    </Frame>
  );
}

function Check({ map, sheet }: { map: SheetMap; sheet: Sheet }) {
  const [phase, setPhase] = useState<Phase>(() => phaseNow(sheet, Date.now()));
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
                <Remark key={index} advice={one} cell={cellOf(map, one)} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Remark({ advice, cell }: { advice: Advice; cell: string | null }) {
  const { no } = advice.place;
  return (
    <li>
      {no !== null && <strong>{t('sheet.targetNo', { no })}</strong>}
      <p>{adviceText(advice)}</p>
      {cell && (
        <Button
          kind="text"
          aria-label={t('pane.toCellOf', { cell, section: advice.place.section })}
          onClick={() => void goTo(reading.value?.id ?? '', cell)}
        >
          {t('pane.toCell', { cell })}
        </Button>
      )}
    </li>
  );
}

/** The cell a remark is about; where its field has no column, that of the target. */
function cellOf({ sections }: SheetMap, { place: { section, no, field } }: Advice): string | null {
  const places = sections.find((each) => each.section === section)?.targets;
  const cells = places?.[(no ?? 1) - 1]?.cells;
  return cells?.[field] ?? cells?.target ?? null;
}
