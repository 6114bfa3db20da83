import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Result } from '../../core/result.ts';
import { coach } from '../../core/sheet/coach/coach.ts';
import { gather } from '../../core/sheet/coach/gather.ts';
import { joinedTarget } from '../../core/sheet/fill/join-measures.ts';
import type { TextCapacity } from '../../core/sheet/fill/text-capacity.ts';
import type { Sheet, SheetSection, Target } from '../../core/sheet/model/sheet.ts';
import { copyTarget } from '../../core/sheet/session/copy-target.ts';
import {
  addTarget,
  changeTarget,
  moveTarget,
  putBack,
  type Removal,
  removeTarget,
} from '../../core/sheet/session/edit.ts';
import type { Phase } from '../../core/sheet/session/phase.ts';
import { findSection } from '../../core/sheet/session/section-id.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';
import { Choice } from '../choice.tsx';
import { Notice } from '../notice.tsx';
import { AdviceList } from './advice.tsx';
import { CatalogSearch } from './catalog-search.tsx';
import { cleanPaste } from './clean-paste.ts';
import { LastYear, type LastYearSheet } from './last-year.tsx';
import { Policies } from './policies.tsx';
import './sheet.css';
import { TargetActs } from './target-acts.tsx';
import { type FormFields, TargetForm } from './target-form.tsx';

interface SectionFormProps extends FormFields {
  /** With one section. */
  sheet: Sheet;
  /** What the form said when its texts were taken. */
  taken: readonly SheetSection[];
  phase: Phase;
  onPhase: (phase: Phase) => void;
  onChange: (change: (section: SheetSection) => SheetSection) => void;
  /** How many of the ward's policies the template has a place for. */
  policySlots: number;
  /** How many letters fit such a place; null where nothing is known. */
  policyCapacity?: (slot: number) => TextCapacity | null;
  /** `slot` 0 is ①. */
  onPolicy: (slot: number, text: string | null) => void;
  lastYear: LastYearSheet | null;
  onLastYear: (last: LastYearSheet) => void;
  /** Whether the form has one place for 目標 and 具体的な取組. */
  joins: boolean;
  readLastYear: (file: File) => Promise<Result<Sheet>>;
}

/** A section's targets, and at the year's end their results, with the coach's advice beside. */
export function SectionForm({ sheet, phase, onPhase, onChange, ...rest }: SectionFormProps) {
  const advice = useMemo(() => gather(coach(sheet, phase)), [sheet, phase]);
  const [removed, setRemoved] = useState<Removal['removed']>(null);
  const [isCleaned, setCleaned] = useState(false);
  const focusLater = useFocusLater();
  const [section] = sheet.sections;
  const targets = section?.targets ?? [];
  const add = () => {
    onChange(addTarget);
    focusLater(`target-${Math.max(0, ...targets.map(({ no }) => no)) + 1}`);
  };
  const remove = (no: number) => {
    if (!section) return;
    const removal = removeTarget(section, no, findSection(rest.taken, section));
    onChange(() => removal.section);
    setRemoved(removal.removed);
  };
  const move = (no: number, step: -1 | 1) => {
    onChange((one) => moveTarget(one, no, step));
    focusLater(`${step < 0 ? 'up' : 'down'}-${no + step}`, `target-${no + step}`);
  };
  const paste = (event: ClipboardEvent) => {
    if (cleanPaste(event)) setCleaned(true);
  };
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
              phase === 'start'
                ? (target) =>
                    onChange((one) => copyTarget(one, rest.joins ? joinedTarget(target) : target))
                : null
            }
          />
          <CatalogSearch />
        </aside>
        <div class="s-form" onPaste={paste}>
          <Policies
            policies={sheet.policies}
            slots={rest.policySlots}
            capacity={rest.policyCapacity ?? unknownCapacity}
            onChange={rest.onPolicy}
          />
          <p role="status" class="s-cleaned">
            {isCleaned && t('sheet.cleaned')}
          </p>
          <AdviceList advice={advice.filter(({ place }) => place.no === null)} />
          {targets.map((target, index) => (
            <TargetForm
              key={target.no}
              target={target}
              policies={sheet.policies}
              phase={phase}
              advice={advice.filter(({ place }) => place.no === target.no)}
              has={rest.has}
              {...(rest.appends && { appends: rest.appends })}
              {...(rest.capacity && { capacity: rest.capacity })}
              {...(rest.listWord && { listWord: rest.listWord })}
              onChange={(part: Partial<Target>) =>
                onChange((one) => changeTarget(one, target.no, part))
              }
              acts={
                <TargetActs
                  no={target.no}
                  isFirst={index === 0}
                  isLast={index === targets.length - 1}
                  onMove={(step) => move(target.no, step)}
                  onRemove={() => remove(target.no)}
                />
              }
            />
          ))}
          {removed && (
            <Notice
              kind="info"
              live="status"
              heading={t('sheet.removed', { no: removed.no })}
              actions={
                <Button
                  onClick={() => {
                    onChange((one) => putBack(one, removed));
                    setRemoved(null);
                    focusLater(`target-${removed.no}`);
                  }}
                >
                  {t('sheet.putBack')}
                </Button>
              }
            />
          )}
          <Buttons>
            <Button onClick={add}>{t('sheet.addTarget')}</Button>
          </Buttons>
        </div>
      </div>
    </>
  );
}

const unknownCapacity = () => null;

/** Moves the focus to the first of some ids that is there, once what was done is drawn. */
function useFocusLater(): (...ids: readonly string[]) => void {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    ids
      .map((id) => document.getElementById(id))
      .find((each) => each !== null)
      ?.focus();
  }, [ids]);
  return (...wanted) => setIds(wanted);
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
