export interface Option {
  readonly value: string;
  readonly label: string;
  /** The key that chooses it in an `ItemList` with shortcuts. */
  readonly key?: string;
}

export interface OptionsProps {
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
