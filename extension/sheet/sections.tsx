import type { Places } from '../../core/sheet/form/places.ts';
import type { Sheet, SheetSection } from '../../core/sheet/model/sheet.ts';
import { type Phase, phaseOf } from '../../core/sheet/session/phase.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { sectionSheet } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Tag } from '../../ui/tag.tsx';
import { combinedSheet } from './combined-sheet.ts';

interface SectionsProps {
  places: Places;
  /** What the workbook says. */
  sheet: Sheet;
  onChoose: (fresh: Sheet) => void;
}

/** How far each section is, what was written since it was opened included: what is missing is seen at a glance, and one click leads there. */
export function Sections({ places, sheet, onChoose }: SectionsProps) {
  const { value: written } = combinedSheet;
  const fiscalYear = sheet.fiscalYear ?? written?.fiscalYear ?? null;
  const phase = phaseOf({ ...sheet, fiscalYear }, Date.now());
  const named = places.sections.filter(({ section }) => section !== '');
  const news = written?.sections.filter((own) => !findSection(named, own)) ?? [];
  const base = { ...sheet, fiscalYear };
  const lines = [
    ...named.map((place) => sectionSheet(base, place, place)),
    ...news.map((own) => sectionSheet(base, own, null)),
  ].flatMap((fresh) =>
    fresh.sections.map((told) => ({
      fresh,
      own: (written && findSection(written.sections, told)) ?? told,
      name: [told.division, told.section].filter(Boolean).join('　'),
    })),
  );
  if (lines.length < 2) return null;
  const having = (of: 'target' | 'result') => lines.filter(({ own }) => count(own, of) > 0).length;
  return (
    <Disclosure
      summary={t('sheet.sections', {
        count: lines.length,
        targets: having('target'),
        results: having('result'),
      })}
      open={written !== null}
    >
      <Rows
        rows={lines.map(({ fresh, own, name }) => ({
          id: name,
          label: <State name={name} own={own} phase={phase} />,
          act: fiscalYear !== null && (
            <Button
              kind="text"
              aria-label={t('sheet.writeOf', { name })}
              onClick={() => onChoose(fresh)}
            >
              {t('sheet.writeIt')}
            </Button>
          ),
        }))}
      />
    </Disclosure>
  );
}

interface StateProps {
  name: string;
  own: SheetSection;
  phase: Phase;
}

function State({ name, own, phase }: StateProps) {
  const lacks = missing(own, phase);
  const counts = { targets: count(own, 'target'), results: count(own, 'result') };
  return (
    <>
      <strong>{name}</strong> {lacks && <Tag tone="warning">{lacks}</Tag>}
      {counts.targets > 0 && (
        <>
          <br />
          {t('sheet.textCounts', counts)}
        </>
      )}
    </>
  );
}

const count = ({ targets }: SheetSection, of: 'target' | 'result'): number =>
  targets.filter((target) => target[of]).length;

/** What a section still lacks, in words; null where it has all that this time of the 年度 asks for. */
function missing(own: SheetSection, phase: Phase): string | null {
  if (count(own, 'target') === 0) return t('sheet.noTargets');
  const left = own.targets.filter(({ target, result }) => target && !result).length;
  return phase === 'end' && left > 0 ? t('sheet.noResults', { count: left }) : null;
}
