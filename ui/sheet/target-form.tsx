import type { ComponentChildren } from 'preact';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { AdviceField } from '../../core/sheet/coach/advice.ts';
import type { Remark } from '../../core/sheet/coach/gather.ts';
import { appendableFields, appended } from '../../core/sheet/fill/append.ts';
import type { TextCapacity } from '../../core/sheet/fill/text-capacity.ts';
import { optionalText } from '../../core/sheet/model/cell-values.ts';
import type { SheetField } from '../../core/sheet/model/fields.ts';
import {
  type Achievement,
  achievements,
  type Sheet,
  type Target,
} from '../../core/sheet/model/sheet.ts';
import type { Phase } from '../../core/sheet/session/phase.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../choice.tsx';
import { SelectField, TextArea } from '../field.tsx';
import { AdviceList } from './advice.tsx';
import { LetterCount } from './letter-count.tsx';
import { Links } from './links.tsx';
import { ListWord, type ListWordChoice } from './list-word.tsx';
import { MoreFields } from './more-fields.tsx';

/** What a form has a place for. */
export interface FormFields {
  readonly has: (field: SheetField) => boolean;
  /** Whether a field without a place goes behind the result. */
  readonly appends?: (field: SheetField) => boolean;
  /** How many letters fit; null where nothing is known. */
  readonly capacity?: (no: number, field: SheetField) => TextCapacity | null;
  /** Null where the cell takes the text as it is. */
  readonly listWord?: (no: number, field: SheetField, text: string) => ListWordChoice | null;
}

interface TargetFormProps extends FormFields {
  target: Target;
  policies: Sheet['policies'];
  phase: Phase;
  advice: readonly Remark[];
  onChange: (part: Partial<Target>) => void;
  /** What can be done with the target as a whole. */
  acts?: ComponentChildren;
}

type TextKey = 'target' | 'measures' | 'midResult' | 'result' | 'countermeasure';

/** One target: at the start of the 年度 what is to be done, at its end what has become of it. */
export function TargetForm({ target, policies, phase, advice, acts, ...form }: TargetFormProps) {
  const { has, onChange } = form;
  const { no } = target;
  const on = (field: AdviceField) => advice.filter(({ place }) => place.field === field);
  const asksWhy = target.achievement === 'missed' || Boolean(target.countermeasure);
  const without = (field: SheetField) =>
    has(field) ? undefined : t(form.appends?.(field) ? 'sheet.appended' : 'sheet.keptInside');
  // The whole text of the cell: what is put behind the result takes some of it too.
  const added = appendableFields.filter((one) => !has(one) && form.appends?.(one));
  const result = appended(target, added, added) ?? '';
  const isLonger = result !== (target.result ?? '');
  const resultSupport =
    has('target') && !has('result')
      ? t('sheet.noResultPlace')
      : isLonger
        ? t('sheet.countsAppended')
        : undefined;
  const inCell = (field: TextKey) => (field === 'result' ? result : (target[field] ?? ''));
  /** Under what was chosen, where the form's list words it otherwise. */
  const listWord = (field: 'scene' | 'achievement' | 'cost') => {
    const own = field === 'scene' ? target.scene : optionalText(target, field);
    const choice = own ? form.listWord?.(no, field, own) : null;
    return choice && own && <ListWord id={`${field}-word-${no}`} text={own} choice={choice} />;
  };
  const text = (
    field: TextKey,
    label: string,
    more: { support?: string | undefined; mark?: 'optional' } = {},
  ) => (
    <>
      <TextArea
        id={`${field}-${no}`}
        label={label}
        {...more}
        value={target[field] ?? ''}
        onInput={(written) => onChange({ [field]: written || null })}
      />
      <LetterCount text={inCell(field)} capacity={form.capacity?.(no, field) ?? null} />
    </>
  );
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
      {listWord('scene')}
      {text(
        'target',
        t(has('measures') || target.measures !== undefined ? 'place.target' : 'sheet.targetText'),
        {
          support: phase === 'start' ? t('sheet.targetHelp') : undefined,
        },
      )}
      {(has('measures') || target.measures !== undefined) && text('measures', t('place.measures'))}
      <AdviceList advice={on('target')} />
      <Links target={target} policies={policies} has={has} onChange={onChange} />
      <AdviceList advice={on('philosophies')} />
      {(has('midResult') || target.midResult) &&
        text('midResult', t('place.midResult'), {
          mark: 'optional',
          support: without('midResult'),
        })}
      {phase === 'end' && (
        <>
          {text('result', t(has('achievement') ? 'place.result' : 'sheet.resultText'), {
            support: resultSupport,
          })}
          <AdviceList advice={on('result')} />
          <Choice
            id={`achievement-${no}`}
            label={t('place.achievement')}
            mark="optional"
            support={without('achievement')}
            options={[
              ...achievements.map((value) => ({ value, label: t(`achievement.${value}`) })),
              { value: '', label: t('sheet.noAchievement') },
            ]}
            value={target.achievement ?? ''}
            onChange={(value) => onChange({ achievement: (value as Achievement) || null })}
          />
          {listWord('achievement')}
          {(asksWhy || has('countermeasure')) &&
            text('countermeasure', t('place.countermeasure'), {
              mark: 'optional',
              support: without('countermeasure'),
            })}
          <AdviceList advice={on('countermeasure')} />
        </>
      )}
      <MoreFields
        target={target}
        phase={phase}
        has={has}
        costWord={listWord('cost')}
        onChange={onChange}
      />
      {acts}
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
