import type { ComponentChildren } from 'preact';
import { t } from '../locales/t.ts';
import { Tag } from './tag.tsx';

export interface FieldProps {
  id: string;
  label: string;
  mark?: 'required' | 'optional' | null;
  support?: ComponentChildren;
  error?: string | null;
}

/** 必須 or 任意, in words. */
export function FieldMark({ mark }: { mark: 'required' | 'optional' }) {
  return <Tag tone={mark === 'required' ? 'error' : 'quiet'}>{t(`ui.${mark}`)}</Tag>;
}

/** The ids of the texts that belong to a field, for `aria-describedby`. */
export const describedBy = ({ id, support, error }: Pick<FieldProps, 'id' | 'support' | 'error'>) =>
  [support && `${id}-support`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Support text and error text of a field, in that order. */
export function FieldTexts({ id, support, error }: Pick<FieldProps, 'id' | 'support' | 'error'>) {
  return (
    <>
      {support && (
        <div class="f-support" id={`${id}-support`}>
          {support}
        </div>
      )}
      {error && (
        <p class="f-error" id={`${id}-error`}>
          {t('ui.error')}：{error}
        </p>
      )}
    </>
  );
}

function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="f-field" data-invalid={Boolean(field.error)}>
      <div class="f-label">
        <label for={field.id}>{field.label}</label>
        {field.mark && <FieldMark mark={field.mark} />}
      </div>
      <FieldTexts {...field} />
      {children}
    </div>
  );
}

/** What every native control of a field is given. */
const control = (field: FieldProps) => ({
  id: field.id,
  'aria-describedby': describedBy(field),
  'aria-invalid': Boolean(field.error),
  'aria-required': field.mark === 'required',
});

interface TextProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  /** Characters that are well read where the text goes. A longer one is kept whole, and told. */
  limit?: number | undefined;
}

/** Tells of a text that is longer than it is well read; stands from the start, so that it is heard. */
function TooLong({ value, limit }: Pick<TextProps, 'value' | 'limit'>) {
  if (limit === undefined) return null;
  const count = value.length > limit ? [...value].length : 0;
  return (
    <p class="f-too-long" role="status">
      {count > limit && t('ui.tooLong', { count, limit })}
    </p>
  );
}

interface TextFieldProps extends TextProps {
  type?: 'text' | 'password';
  autocomplete?: string;
  /** About how many full-width characters are expected; the field is as wide. */
  length?: number;
  /** What is often entered; anything else may be. */
  suggestions?: readonly string[];
}

/** One line of text. */
export function TextField({ value, onInput, length, suggestions, ...field }: TextFieldProps) {
  const attributes = {
    ...control(field),
    class: 'f-input',
    autocomplete: field.autocomplete ?? 'off',
    style: length ? { maxWidth: `${length + 2.5}em` } : undefined,
    value,
    onInput: (event: Event) => onInput((event.currentTarget as HTMLInputElement).value),
  };
  return (
    <Field {...field}>
      {field.type === 'password' ? (
        <input type="password" {...attributes} />
      ) : (
        <input type="text" list={suggestions && `${field.id}-list`} {...attributes} />
      )}
      {suggestions && (
        <datalist id={`${field.id}-list`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <TooLong value={value} limit={field.limit} />
    </Field>
  );
}

/** Characters up to which a field grows: laid out twice, 100,000 make each key wait for a second. */
const longestGrowing = 10_000;

/** What stands around a field that grows with its text, by a hidden copy; of a longer text the field scrolls. */
export const growing = (text: string) => ({
  class: 'f-grow',
  'data-text': text,
  'data-scrolls': text.length > longestGrowing,
});

/** Several lines of text; the field grows with them. */
export function TextArea({ value, onInput, ...field }: TextProps) {
  return (
    <Field {...field}>
      <div {...growing(value)}>
        <textarea
          {...control(field)}
          class="f-input"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <TooLong value={value} limit={field.limit} />
    </Field>
  );
}

interface SelectProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of many; for up to six use `Choice`. */
export function SelectField({ options, value, onChange, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select
        {...control(field)}
        class="f-input f-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface CheckboxProps extends Pick<FieldProps, 'id' | 'support' | 'error'> {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Checkbox({ label, checked, onChange, ...field }: CheckboxProps) {
  return (
    <div class="f-field f-checkbox" data-invalid={Boolean(field.error)}>
      <label>
        <input
          type="checkbox"
          id={field.id}
          checked={checked}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldTexts {...field} />
    </div>
  );
}
