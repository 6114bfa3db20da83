import { useMemo, useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import { appendableFields } from '../../core/sheet/fill/append.ts';
import { cellChanges } from '../../core/sheet/fill/cell-changes.ts';
import { type FillPlan, planFill } from '../../core/sheet/fill/fill.ts';
import { findingsOf } from '../../core/sheet/fill/findings.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { optionalText } from '../../core/sheet/model/cell-values.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { nextActsOf } from '../../core/sheet/session/next-act.ts';
import { toWrite } from '../../core/sheet/session/to-write.ts';
import { t } from '../../locales/t.ts';
import { Checkbox } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Findings, isOfYear } from '../../ui/sheet/findings.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { WrapPicture } from '../../ui/sheet/wrap-picture.tsx';
import { Changes } from './changes.tsx';
import { combinedSheet } from './combined-sheet.ts';
import { conflicts } from './conflicts.ts';
import { appends, listWords as chosenWords, places } from './current-workbook.ts';
import { SheetFrame } from './frame.tsx';
import { NextActs } from './next-acts.tsx';
import { Save } from './save.tsx';
import { savedNow } from './saved.ts';
import { SheetFile } from './sheet-file.tsx';

/** What will be written, text by text, before anything is; then the saving, and its undoing. */
export function CheckView() {
  const { value: found } = places;
  const { value: sheet } = combinedSheet;
  const { value: listWords } = chosenWords;
  const [wraps, setWraps] = useState(false);
  const plan = useMemo(
    () => found && sheet && planFill(found, toWrite(found, sheet), { replace: true, listWords }),
    [found, sheet, listWords],
  );
  const wrapped = useMemo(
    () =>
      found &&
      sheet &&
      planFill(found, toWrite(found, sheet), { replace: true, wraps: true, listWords }),
    [found, sheet, listWords],
  );
  const isOpen = conflicts.value.length > 0;
  const used = wraps ? wrapped : plan;
  const years = found
    ? findingsOf(found, {
        fiscalYear: sheet?.fiscalYear ?? null,
        thisYear: fiscalYearOf(Date.now()),
      }).filter(isOfYear)
    : [];
  return (
    <SheetFrame
      title={t('sheet.checkTitle')}
      back={{ href: '#/write', label: t('sheet.backToWrite') }}
      invalid={used?.ok === false}
    >
      <Findings findings={years} />
      {isOpen && <p>{t('sheet.conflictsFirst')}</p>}
      {used?.ok === false && (
        <>
          <Notice kind="error" live="alert" heading={t('sheet.cannotWrite')}>
            <SheetProblems problems={used.problems} />
          </Notice>
          <NextActs problems={used.problems} />
          {/* Whatever the form refuses, all that was written can be handed on. */}
          {!nextActsOf(used.problems).includes('save-sheet') && <SheetFile />}
        </>
      )}
      {found && sheet && used?.ok && !isOpen && (
        <Check
          places={found}
          sheet={sheet}
          plan={used.value}
          wrapped={wrapped?.ok ? wrapped.value : null}
          wraps={wraps}
          onWraps={setWraps}
        />
      )}
    </SheetFrame>
  );
}

interface CheckProps {
  places: Places;
  sheet: Sheet;
  plan: FillPlan;
  /** The same with cells set to wrap. */
  wrapped: FillPlan | null;
  wraps: boolean;
  onWraps: (wraps: boolean) => void;
}

function Check({ places: found, sheet, plan, wrapped, wraps, onWraps }: CheckProps) {
  const [replaces, setReplaces] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const changes = useMemo(() => cellChanges(plan), [plan]);
  const { plans } = plan;
  const replaced = changes.filter(({ replaces: over }) => over).length;
  const added = plans.flatMap(({ sheet: name, insertions }) =>
    insertions.map((each) => ({ ...each, name })),
  );
  const isAllowed = () => {
    const allowed = replaced === 0 || replaces;
    setError(allowed ? null : t('sheet.replaceMissing'));
    if (!allowed) document.getElementById('replace')?.focus();
    return allowed;
  };
  const cutOff = wrapped?.plans.some((each) => (each.wraps?.length ?? 0) > 0) === true;
  // The box to tick says it.
  const notices = plan.notices.filter(({ code }) => code !== 'not-wrapped' || !cutOff);
  return (
    <Save plans={plans} isAllowed={isAllowed}>
      {changes.length === 0 && !savedNow() && <p>{t('sheet.noChange')}</p>}
      <Changes sheet={sheet} changes={changes} sheets={found.views.size} />
      {added.map(({ name, after, count }) => (
        <p key={`${name} ${after}`}>{t('sheet.rowsAdded', { sheet: name, row: after, count })}</p>
      ))}
      {lacksPlace(found, sheet) && (
        <Checkbox
          id="appends"
          label={t('sheet.appends')}
          support={t('sheet.appendsHelp')}
          checked={appends.value}
          onChange={(checked) => {
            appends.value = checked;
          }}
        />
      )}
      {cutOff && wrapped && (
        <>
          <Checkbox
            id="wraps"
            label={t('sheet.wraps')}
            support={t('sheet.wrapsHelp')}
            checked={wraps}
            onChange={onWraps}
          />
          <WrapPicture places={found} plan={wrapped} />
        </>
      )}
      {notices.length > 0 && (
        <>
          <Notice kind="info" heading={t('sheet.notices')}>
            <SheetProblems problems={notices} />
          </Notice>
          <NextActs problems={notices} except={['write', 'choose-file']} />
        </>
      )}
      {!notices.some(({ code }) => code === 'not-in-form') && <SheetFile />}
      {replaced > 0 && (
        <Checkbox
          id="replace"
          label={t('sheet.replace', { count: replaced })}
          error={error}
          checked={replaces}
          onChange={setReplaces}
        />
      )}
    </Save>
  );
}

/** Whether something is told that the form has no place for, and that can stand behind the result. */
const lacksPlace = ({ fields }: Places, { sections }: Sheet): boolean =>
  sections.some(({ targets }) =>
    targets.some((target) =>
      appendableFields.some((field) => !fields.has(field) && optionalText(target, field)),
    ),
  );
