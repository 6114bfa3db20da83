import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { AdviceField } from '../../core/sheet/advice.ts';
import type { Phase } from '../../core/sheet/coach.ts';
import type { SheetField } from '../../core/sheet/fields.ts';
import { type Achievement, achievements, type Sheet, type Target } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../choice.tsx';
import { SelectField, TextArea } from '../field.tsx';
import { AdviceList } from './advice.tsx';
import type { Remark } from './gather.ts';
import { Links } from './links.tsx';
import { MoreFields } from './more-fields.tsx';

interface TargetFormProps {
  target: Target;
  policies: Sheet['policies'];
  phase: Phase;
  advice: readonly Remark[];
  /** Whether the template has a column for a field. */
  has: (field: SheetField) => boolean;
  onChange: (part: Partial<Target>) => void;
}

/** One target: at the start of the 年度 what is to be done, at its end what has become of it. */
export function TargetForm({ target, policies, phase, advice, has, onChange }: TargetFormProps) {
  const { no } = target;
  const on = (field: AdviceField) => advice.filter(({ place }) => place.field === field);
  const asksWhy = target.achievement === 'missed' || Boolean(target.countermeasure);
  return (
    <fieldset class="s-target">
      <legend>{t('sheet.targetNo', { no })}</legend>
      {(has('scene') || has('noScene')) && (
        <SelectField
          id={`scene-${no}`}
          label={t('place.scene')}
          mark="optional"
          options={sceneOptions(target.scene ?? '')}
          value={target.scene ?? ''}
          onChange={(scene) => onChange({ scene: scene || null })}
        />
      )}
      <TextArea
        id={`target-${no}`}
        label={t('sheet.targetText')}
        support={phase === 'start' ? t('sheet.targetHelp') : undefined}
        value={target.target ?? ''}
        onInput={(text) => onChange({ target: text || null })}
      />
      <AdviceList advice={on('target')} />
      <Links target={target} policies={policies} has={has} onChange={onChange} />
      <AdviceList advice={on('philosophies')} />
      {phase === 'end' && (
        <>
          <TextArea
            id={`result-${no}`}
            label={t('sheet.resultText')}
            value={target.result ?? ''}
            onInput={(text) => onChange({ result: text || null })}
          />
          <AdviceList advice={on('result')} />
          <Choice
            id={`achievement-${no}`}
            label={t('place.achievement')}
            mark="optional"
            support={has('achievement') ? undefined : t('sheet.keptInside')}
            options={[
              ...achievements.map((value) => ({ value, label: t(`achievement.${value}`) })),
              { value: '', label: t('sheet.noAchievement') },
            ]}
            value={target.achievement ?? ''}
            onChange={(value) => onChange({ achievement: (value as Achievement) || null })}
          />
          {(asksWhy || has('countermeasure')) && (
            <TextArea
              id={`countermeasure-${no}`}
              label={t('place.countermeasure')}
              mark="optional"
              support={has('countermeasure') ? undefined : t('sheet.keptInside')}
              value={target.countermeasure ?? ''}
              onInput={(text) => onChange({ countermeasure: text || null })}
            />
          )}
          <AdviceList advice={on('countermeasure')} />
        </>
      )}
      <MoreFields target={target} phase={phase} has={has} onChange={onChange} />
    </fieldset>
  );
}

/** The scenes of the catalog; one that the workbook words otherwise stays as it is written. */
function sceneOptions(own: string) {
  const names = builtInCatalog.scenes.map(({ name }) => name);
  const all = own === '' || names.includes(own) ? names : [own, ...names];
  return [
    { value: '', label: t('sheet.noScene') },
    ...all.map((name) => ({ value: name, label: name })),
  ];
}
