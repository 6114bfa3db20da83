import { useMemo, useState } from 'preact/hooks';
import { type FillPlan, planFill } from '../../core/sheet/fill.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import type { TemplateMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { Checkbox } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changesOf } from '../../ui/sheet/changes.ts';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { toWrite } from '../../ui/sheet/waiting-targets.ts';
import { located } from './at-hand.ts';
import { Changes } from './changes.tsx';
import { SheetFrame } from './frame.tsx';
import { Save } from './save.tsx';
import { savedNow } from './saved.ts';
import { sitting } from './sitting.ts';

/** What will be written, text by text, before anything is; then the saving, and its undoing. */
export function CheckRoom() {
  const { value: found } = located;
  const { value: sheet } = sitting;
  const map = found?.ok ? found.value : null;
  const plan = useMemo(
    () => map && sheet && planFill(map, toWrite(map, sheet), { replace: true }),
    [map, sheet],
  );
  return (
    <SheetFrame
      title={t('sheet.checkTitle')}
      back={{ href: '#/write', label: t('sheet.backToWrite') }}
      invalid={plan?.ok === false}
    >
      {plan?.ok === false && (
        <Notice kind="error" live="alert" heading={t('sheet.cannotWrite')}>
          <SheetProblems problems={plan.problems} />
        </Notice>
      )}
      {map && sheet && plan?.ok && <Check map={map} sheet={sheet} plan={plan.value} />}
    </SheetFrame>
  );
}

function Check({ map, sheet, plan }: { map: TemplateMap; sheet: Sheet; plan: FillPlan }) {
  const [replaces, setReplaces] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const changes = useMemo(() => changesOf(map, plan), [map, plan]);
  const { plans, notices } = plan;
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
  return (
    <Save plans={plans} isAllowed={isAllowed}>
      {changes.length === 0 && !savedNow() && <p>{t('sheet.noChange')}</p>}
      <Changes map={map} sheet={sheet} changes={changes} />
      {added.map(({ name, after, count }) => (
        <p key={`${name} ${after}`}>{t('sheet.rowsAdded', { sheet: name, row: after, count })}</p>
      ))}
      {notices.length > 0 && (
        <Notice kind="info" heading={t('sheet.notices')}>
          <SheetProblems problems={notices} />
        </Notice>
      )}
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
