import { describedBy, FieldMark, type FieldProps, FieldTexts } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** The key that chooses it in an `ItemList` with shortcuts. */
  readonly key?: string;
}

interface OptionsProps {
  name: string;
  options: readonly Option[];
  value: string | null;
}

/**
 * Native radios, each in a target of the full row. The key cap is drawn by the
 * style from `data-key`: no element of its own, and not part of the name.
 */
export function Options({ name, options, value }: OptionsProps) {
  return (
    <div class="f-options">
      {options.map((option) => {
        const chosen = option.value === value;
        return (
          <label key={option.value} data-key={option.key}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={chosen}
              // Firefox prints from a copy of the page that keeps attributes only.
              defaultChecked={chosen}
            />
            {option.label}
          </label>
        );
      })}
    </div>
  );
}

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
