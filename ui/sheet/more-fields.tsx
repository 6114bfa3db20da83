import type { ComponentChildren } from 'preact';
import type { SheetField } from '../../core/sheet/model/fields.ts';
import { type Cost, costs, type Target } from '../../core/sheet/model/sheet.ts';
import type { Phase } from '../../core/sheet/session/phase.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../choice.tsx';
import { Disclosure } from '../disclosure.tsx';
import { Checkbox, TextField } from '../field.tsx';
import { KeptInside } from './kept-inside.tsx';
import { LetterCount } from './letter-count.tsx';

const fields = {
  start: ['organizationGoal', 'cost'],
  end: ['nominate', 'becomesStandard'],
} as const;

interface MoreFieldsProps {
  target: Target;
  phase: Phase;
  /** Whether the template has a column for a field. */
  has: (field: SheetField) => boolean;
  /** What stands under the cost. */
  costWord: ComponentChildren;
  onChange: (part: Partial<Target>) => void;
}

/** What few templates have a column for: kept in the draft, and written where there is one. */
export function MoreFields({ target, phase, has, costWord, onChange }: MoreFieldsProps) {
  const { no } = target;
  return (
    <Disclosure summary={t('sheet.more')}>
      <KeptInside fields={fields[phase]} has={has} />
      {phase === 'start' ? (
        <>
          <TextField
            id={`goal-${no}`}
            label={t('place.organizationGoal')}
            support={t('sheet.goalHelp')}
            mark="optional"
            value={target.organizationGoal ?? ''}
            onInput={(text) => onChange({ organizationGoal: text || null })}
          />
          <LetterCount text={target.organizationGoal ?? ''} capacity={null} />
          <Choice
            id={`cost-${no}`}
            label={t('place.cost')}
            support={t('sheet.costHelp')}
            mark="optional"
            options={costs.map((value) => ({ value, label: t(`cost.${value}`) }))}
            value={target.cost ?? null}
            onChange={(cost) => onChange({ cost: cost as Cost })}
          />
          {costWord}
        </>
      ) : (
        fields.end.map((field) => (
          <Checkbox
            key={field}
            id={`${field}-${no}`}
            label={t(`place.${field}`)}
            support={t(`sheet.${field}Help`)}
            checked={target[field] ?? false}
            onChange={(checked) => onChange({ [field]: checked })}
          />
        ))
      )}
    </Disclosure>
  );
}
