import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Advice, AdviceField } from '../../core/sheet/advice.ts';
import type { Phase } from '../../core/sheet/coach.ts';
import type { SheetField } from '../../core/sheet/fields.ts';
import { type Achievement, achievements, type Target } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../../ui/choice.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { AdviceList } from './advice.tsx';
import { located } from './at-hand.ts';
import { Links } from './links.tsx';
import { MoreFields } from './more-fields.tsx';
import { changeTarget } from './writing.ts';

interface TargetFormProps {
  target: Target;
  phase: Phase;
  advice: readonly Advice[];
}

/** One target: at the start of the 年度 what is to be done, at its end what has become of it. */
export function TargetForm({ target, phase, advice }: TargetFormProps) {
  const { no } = target;
  const change = (part: Partial<Target>) => changeTarget(no, part);
  const on = (field: AdviceField) => advice.filter(({ place }) => place.field === field);
  const has = (field: SheetField) =>
    located.value?.ok && located.value.value.sheets.some(({ fields }) => fields.has(field));
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
          onChange={(scene) => change({ scene: scene || null })}
        />
      )}
      <TextArea
        id={`target-${no}`}
        label={t('sheet.targetText')}
        support={phase === 'start' ? t('sheet.targetHelp') : undefined}
        value={target.target ?? ''}
        onInput={(text) => change({ target: text || null })}
      />
      <AdviceList advice={on('target')} />
      <Links target={target} />
      <AdviceList advice={on('philosophies')} />
      {phase === 'end' && (
        <>
          <TextArea
            id={`result-${no}`}
            label={t('sheet.resultText')}
            value={target.result ?? ''}
            onInput={(text) => change({ result: text || null })}
          />
          <AdviceList advice={on('result')} />
          <Choice
            id={`achievement-${no}`}
            label={t('place.achievement')}
            mark="optional"
            support={has('achievement') ? undefined : t('sheet.keptInside')}
            options={achievements.map((value) => ({ value, label: t(`achievement.${value}`) }))}
            value={target.achievement ?? null}
            onChange={(value) => change({ achievement: value as Achievement })}
          />
          {(asksWhy || has('countermeasure')) && (
            <TextArea
              id={`countermeasure-${no}`}
              label={t('place.countermeasure')}
              mark="optional"
              support={has('countermeasure') ? undefined : t('sheet.keptInside')}
              value={target.countermeasure ?? ''}
              onInput={(text) => change({ countermeasure: text || null })}
            />
          )}
          <AdviceList advice={on('countermeasure')} />
        </>
      )}
      <MoreFields target={target} phase={phase} />
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
