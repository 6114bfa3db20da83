import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Result } from '../../core/result.ts';
import { coach, type Phase } from '../../core/sheet/coach.ts';
import type { SheetField } from '../../core/sheet/fields.ts';
import type { Sheet, SheetSection, Target } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';
import { Choice } from '../choice.tsx';
import { AdviceList } from './advice.tsx';
import { CatalogSearch } from './catalog-search.tsx';
import { copyTarget } from './copy-target.ts';
import { gather } from './gather.ts';
import { LastYear, type LastYearSheet } from './last-year.tsx';
import { Policies } from './policies.tsx';
import './sheet.css';
import { TargetForm } from './target-form.tsx';

interface SectionFormProps {
  /** With one section. */
  sheet: Sheet;
  phase: Phase;
  onPhase: (phase: Phase) => void;
  /** Whether the template has a column for a field. */
  has: (field: SheetField) => boolean;
  onChange: (change: (section: SheetSection) => SheetSection) => void;
  /** How many of the ward's policies the template has a place for. */
  policySlots: number;
  /** `slot` 0 is ①. */
  onPolicy: (slot: number, text: string | null) => void;
  lastYear: LastYearSheet | null;
  onLastYear: (last: LastYearSheet) => void;
  readLastYear: (file: File) => Promise<Result<Sheet>>;
}

/** A section's targets, and at the year's end their results, with the coach's advice beside. */
export function SectionForm({ sheet, phase, onPhase, has, onChange, ...rest }: SectionFormProps) {
  const advice = useMemo(() => gather(coach(sheet, phase)), [sheet, phase]);
  const [added, setAdded] = useState<number | null>(null);
  const targets = sheet.sections[0]?.targets ?? [];
  const add = () => {
    const no = Math.max(0, ...targets.map((target) => target.no)) + 1;
    onChange((one) => ({ ...one, targets: [...one.targets, { no, target: null, result: null }] }));
    setAdded(no);
  };
  useEffect(() => {
    if (added !== null) document.getElementById(`target-${added}`)?.focus();
  }, [added]);
  return (
    <>
      <Choice
        id="phase"
        label={t('sheet.phase')}
        options={[
          { value: 'start', label: t('sheet.phase-start') },
          { value: 'end', label: t('sheet.phase-end') },
        ]}
        value={phase}
        onChange={(value) => onPhase(value === 'end' ? 'end' : 'start')}
      />
      {targets[0] && <SkipTo id={`target-${targets[0].no}`} />}
      <div class="s-write">
        <aside class="s-beside" aria-label={t('sheet.beside')}>
          <LastYear
            sheet={sheet}
            last={rest.lastYear}
            onLast={rest.onLastYear}
            read={rest.readLastYear}
            onCopy={
              phase === 'start' ? (target) => onChange((one) => copyTarget(one, target)) : null
            }
          />
          <CatalogSearch />
        </aside>
        <div class="s-form">
          <Policies policies={sheet.policies} slots={rest.policySlots} onChange={rest.onPolicy} />
          <AdviceList advice={advice.filter(({ place }) => place.no === null)} />
          {targets.map((target) => (
            <TargetForm
              key={target.no}
              target={target}
              policies={sheet.policies}
              phase={phase}
              advice={advice.filter(({ place }) => place.no === target.no)}
              has={has}
              onChange={(part) => onChange((section) => changed(section, target.no, part))}
            />
          ))}
          <Buttons>
            <Button onClick={add}>{t('sheet.addTarget')}</Button>
          </Buttons>
        </div>
      </div>
    </>
  );
}

/** Past what lies beside: the address after # is the view's, so the link moves the focus by itself. */
const SkipTo = ({ id }: { id: string }) => (
  <a
    class="f-skip"
    href={`#${id}`}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(id)?.focus();
    }}
  >
    {t('sheet.skip')}
  </a>
);

const changed = (section: SheetSection, no: number, part: Partial<Target>): SheetSection => ({
  ...section,
  targets: section.targets.map((one) => (one.no === no ? { ...one, ...part } : one)),
});
