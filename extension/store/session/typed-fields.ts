import { type Fields, mergeFields, sameValue } from '../../../core/merge-fields.ts';
import { type KeptText, keepText } from '../../../ui/kept-text.ts';
import type { Store } from '../store.ts';
import { type Field, secondPlace } from './second-place.ts';

/** Small fields that stand together and are saved together: a unit, a name. */

/** As they stand in the second place. */
interface LeftFields<F> {
  readonly fields: F;
  /** What the disk holds of them if nobody else has changed them since. */
  readonly before: readonly F[];
}

/** Puts what was typed on top of what is there by now: fields that were left alone stay as they are there. */
export type Typing<F> = (now: F) => F;

export interface KeptFields<F> extends Pick<KeptText<F>, 'flush' | 'unsavedSince'> {
  /** Takes the fields as they are now; `stored` is what the page has seen on the disk. */
  type(fields: F, stored: F): void;
}

export function keepFields<F extends Fields>(
  store: Store,
  field: Field,
  save: (typing: Typing<F>) => Promise<boolean>,
): KeptFields<F> {
  let before: readonly F[] = [];
  const kept = keepText<LeftFields<F>>({
    second: secondPlace(store, field),
    async save({ fields }) {
      const known = before;
      const base = known.at(-1) ?? fields;
      before = [...known, fields];
      const isSaved = await save((now) => mergeFields(base, fields, now).fields as F).catch(
        () => false,
      );
      before = isSaved ? [fields] : known;
      return isSaved;
    },
  });
  return {
    ...kept,
    type(fields, stored) {
      if (kept.unsavedSince() === null) before = [stored];
      kept.type({ fields, before });
    },
  };
}

/** What a page that is gone has left of such fields, on top of what is there by now; what someone has changed since stays. Null where nothing is to be saved. */
export function leftFields<F extends Fields>(left: unknown, now: F): F | null {
  if (!isLeft<F>(left)) return null;
  const { fields, before } = left;
  const entries = Object.entries(now).map(([name, value]) => {
    const isOurs = name in fields && before.some((each) => sameValue(each[name], value));
    return [name, isOurs ? fields[name] : value];
  });
  const next = Object.fromEntries(entries) as F;
  return sameValue(next, now) ? null : next;
}

const isLeft = <F>(value: unknown): value is LeftFields<F> =>
  typeof value === 'object' &&
  value !== null &&
  'fields' in value &&
  typeof value.fields === 'object' &&
  value.fields !== null &&
  'before' in value &&
  Array.isArray(value.before);
