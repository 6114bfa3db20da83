import type { CellPlace } from '../form/form.ts';
import type { Places } from '../form/places.ts';
import { folded } from '../model/look-alikes.ts';
import { oneLine } from '../model/section-name.ts';
import { validationAt } from './findings.ts';

/** What a cell's own rule (入力規則) makes of a text. */
export type Ruled =
  | { readonly kind: 'kept'; readonly text: string }
  /** None of the list's words says so, or several do. */
  | { readonly kind: 'not-in-list'; readonly words: readonly string[] }
  | { readonly kind: 'too-long'; readonly max: number };

/** What the chief has written for a text that a cell's list does not have: Ａ for 達成. */
export type ListWords = ReadonlyMap<string, string>;

/** A text as a cell takes it: where it has a list, the word of the list that says the same, or that was chosen for it. */
export function ruled(
  places: Pick<Places, 'views'>,
  place: CellPlace,
  text: string,
  chosen: ListWords = new Map(),
): Ruled {
  const rule = validationAt(places, place);
  if (rule?.kind === 'length') {
    const { max } = rule;
    return max !== null && [...text].length > max
      ? { kind: 'too-long', max }
      : { kind: 'kept', text };
  }
  if (rule?.kind !== 'list' || rule.words === null || rule.words.includes(text)) {
    return { kind: 'kept', text };
  }
  const instead = chosen.get(text);
  if (instead !== undefined && rule.words.includes(instead)) return { kind: 'kept', text: instead };
  const same = rule.words.filter((word) => wordKey(word) === wordKey(text));
  return same.length === 1 && same[0] !== undefined
    ? { kind: 'kept', text: same[0] }
    : { kind: 'not-in-list', words: rule.words };
}

/** ②応対 is 応対, 概ね達成した is おおむね達成. */
const wordKey = (text: string): string =>
  oneLine(folded(text.replace(/^[\s\u3000]*(?:[①-⑳]|[0-9０-９A-ZＡ-Ｚ]{1,2}[.．:：\s\u3000])/, '')))
    .replace(/^概ね|^ほぼ/, 'おおむね')
    .replace(/達成(?:した|できた)$/, '達成')
    .replace(/達成(?:できなかった|しなかった|せず)$|^未達$/, '未達成')
    .replace(/^未達成達成$/, '未達成');
