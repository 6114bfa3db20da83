import { describedBy, FieldMark, type FieldProps, FieldTexts } from './field.tsx';
import { Options, type OptionsProps } from './options.tsx';

type ChoiceProps = FieldProps &
  Omit<OptionsProps, 'name'> & {
    onChange: (value: string) => void;
  };

/** One of a few, all of them in view; `label` is the legend. */
export function Choice({ options, value, onChange, ...field }: ChoiceProps) {
  return (
    <fieldset
      class="f-field f-choice"
      id={field.id}
      tabIndex={-1}
      data-invalid={Boolean(field.error)}
      aria-describedby={describedBy(field)}
      onChange={(event) => onChange((event.target as HTMLInputElement).value)}
    >
      <legend class="f-label">
        {field.label}
        {field.mark && <FieldMark mark={field.mark} />}
      </legend>
      <FieldTexts {...field} />
      <Options name={field.id} options={options} value={value} />
    </fieldset>
  );
}
