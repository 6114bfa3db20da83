import type { Phase } from '../../core/sheet/coach.ts';
import { type Cost, costs, type Target } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../choice.tsx';
import { Disclosure } from '../disclosure.tsx';
import { Checkbox, TextField } from '../field.tsx';

interface MoreFieldsProps {
  target: Target;
  phase: Phase;
  onChange: (part: Partial<Target>) => void;
}

/** What few templates have a column for: kept in the draft, and written where there is one. */
export function MoreFields({ target, phase, onChange }: MoreFieldsProps) {
  const { no } = target;
  return (
    <Disclosure summary={t('sheet.more')}>
      <p>{t('sheet.moreHelp')}</p>
      {phase === 'start' ? (
        <>
          <TextField
            id={`goal-${no}`}
            label={t('place.organizationGoal')}
            mark="optional"
            value={target.organizationGoal ?? ''}
            onInput={(text) => onChange({ organizationGoal: text || null })}
          />
          <Choice
            id={`cost-${no}`}
            label={t('place.cost')}
            mark="optional"
            options={costs.map((value) => ({ value, label: t(`cost.${value}`) }))}
            value={target.cost ?? null}
            onChange={(cost) => onChange({ cost: cost as Cost })}
          />
        </>
      ) : (
        (['nominate', 'becomesStandard'] as const).map((field) => (
          <Checkbox
            key={field}
            id={`${field}-${no}`}
            label={t(`place.${field}`)}
            checked={target[field] ?? false}
            onChange={(checked) => onChange({ [field]: checked })}
          />
        ))
      )}
    </Disclosure>
  );
}
