import { t } from '../locales/t.ts';
import { describedBy, type FieldProps, FieldTexts } from './field.tsx';

/** As typed: nothing is known of it yet. */
export interface TypedMonthDay {
  readonly month: string;
  readonly day: string;
}

interface MonthDayProps extends Omit<FieldProps, 'mark'> {
  value: TypedMonthDay;
  onInput: (value: TypedMonthDay) => void;
}

const parts = ['month', 'day'] as const;

/** A day of the year; the two fields are `<id>-month`, which an error leads to, and `<id>-day`. */
export function MonthDayField({ value, onInput, ...field }: MonthDayProps) {
  return (
    <fieldset
      class="f-field f-choice"
      data-invalid={Boolean(field.error)}
      aria-describedby={describedBy(field)}
    >
      <legend class="f-label">{field.label}</legend>
      <FieldTexts {...field} />
      <div class="f-date">
        {parts.map((part) => (
          <label key={part}>
            <input
              class="f-input"
              id={`${field.id}-${part}`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              aria-invalid={Boolean(field.error)}
              value={value[part]}
              onInput={({ currentTarget }) => onInput({ ...value, [part]: currentTarget.value })}
            />
            {part === 'month' ? t('ui.month') : t('ui.day')}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
