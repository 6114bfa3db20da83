import type { Signal } from '@preact/signals';
import type { ListWords } from '../../core/sheet/fill/cell-rules.ts';
import { t } from '../../locales/t.ts';
import { SelectField } from '../field.tsx';

/** The words of a form's own list, where the list has no such text; one of them stands for it in all targets. */
export interface ListWordChoice {
  readonly words: readonly string[];
  /** Null where none is chosen yet: the cell stays as it is. */
  readonly chosen: string | null;
  choose(word: string | null): void;
}

/** The choice for one text, kept with those for others in `all`. */
export const listWordChoice = (
  all: Signal<ListWords>,
  text: string,
  words: readonly string[],
): ListWordChoice => ({
  words,
  chosen: all.value.get(text) ?? null,
  choose(word) {
    const others = [...all.peek()].filter(([other]) => other !== text);
    all.value = new Map(word === null ? others : [...others, [text, word]]);
  },
});

interface ListWordProps {
  id: string;
  /** What the chief has chosen, in our words: 達成. */
  text: string;
  choice: ListWordChoice;
}

/** Asks which word of the form's list stands for a text. */
export function ListWord({ id, text, choice: { words, chosen, choose } }: ListWordProps) {
  return (
    <SelectField
      id={id}
      label={t('sheet.listWord', { text })}
      support={t('sheet.listWordHelp', { text })}
      options={[
        { value: '', label: t('sheet.listWordNone') },
        ...words.map((word) => ({ value: word, label: word })),
      ]}
      value={chosen ?? ''}
      onChange={(word) => choose(word || null)}
    />
  );
}
