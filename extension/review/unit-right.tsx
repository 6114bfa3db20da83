import { useEffect, useState } from 'preact/hooks';
import { sameValue } from '../../core/merge-fields.ts';
import type { Review, Role, Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { UnitFields } from '../app/unit-fields.tsx';
import { trimmedUnit, unitName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { keepUnit, type PlaceFields, placeFields, unitOf } from '../store/session/typed-unit.ts';

interface Typed {
  readonly unit: Unit;
  readonly role: Role | null;
}

interface UnitAtHand {
  /** As it stands in the fields, blanks being typed included. */
  readonly typed: Typed;
  /** As it goes into the file. */
  readonly fields: PlaceFields;
  readonly type: (typed: Typed) => void;
  readonly flush: () => void;
}

const trimmed = ({ unit, role }: Typed): PlaceFields =>
  placeFields({ unit: trimmedUnit(unit), role });

/** Unit and role of a finished review, shown as they are typed and saved when the typing pauses. */
export function useUnit(current: Review): UnitAtHand {
  const [own, setOwn] = useState<Typed | null>(null);
  const keeper = keepUnit(store, current.id);
  // Drawn anew once it is saved: another page may have changed a field meanwhile.
  const { state } = store.saving.value;
  const isUnsaved = state !== 'saved' || keeper.unsavedSince() !== null;
  const isOwn = own && (isUnsaved || sameValue(trimmed(own), placeFields(current)));
  const typed = isOwn ? own : current;
  useEffect(() => () => void keeper.flush(), [keeper]);
  return {
    typed,
    fields: isOwn ? trimmed(own) : placeFields(current),
    type(next) {
      setOwn(next);
      keeper.type(trimmed(next), placeFields(current));
    },
    flush: () => void keeper.flush(),
  };
}

/** The fields for it, where it is handed over. */
export function UnitRight({ typed, fields, type, flush }: UnitAtHand) {
  const name = unitName(unitOf(fields)) ?? t('handOver.none');
  return (
    <Disclosure summary={t('handOver.unitOf', { unit: name })}>
      <p>{t('handOver.unitHelp')}</p>
      {/* The fields' own `change`, heard as it rises: at leaving a text, at choosing a role. */}
      <form onChange={flush} onSubmit={(event) => event.preventDefault()}>
        <UnitFields
          unit={typed.unit}
          role={typed.role}
          onInput={(unit, role) => type({ unit, role })}
        />
      </form>
    </Disclosure>
  );
}
