import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Role, Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import type { User } from '../store/user.ts';
import { addUser } from '../store/users.ts';
import { UnitFields } from './unit-fields.tsx';
import { labelProblem, longestLabel } from './user-label.ts';
import { useWrite, WriteFailure } from './write.tsx';

interface NewUserProps {
  /** Those who use this PC already. */
  users: readonly User[];
  /** What the IT desk has filled in. */
  preset: Unit;
  /** Where the one who uses this PC now works. */
  previous?: Unit | undefined;
  /** The word on the button. */
  start: string;
  onCancel?: () => void;
}

/** What a person hears and is asked before the first answer. Everything but a name among several may be left empty. */
export function NewUser({ users, preset, previous, start, onCancel }: NewUserProps) {
  const copied = previous && isKnown(previous) ? previous : null;
  const [label, setLabel] = useState('');
  const [unit, setUnit] = useState(copied ?? preset);
  const [role, setRole] = useState<Role | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const { failure, write } = useWrite();
  const begin = (event: Event) => {
    event.preventDefault();
    const found = labelProblem(label.trim(), users);
    setProblem(found);
    if (found) return;
    void write(async () => {
      await addUser(label.trim(), { unit, role });
      location.reload();
    });
  };
  return (
    <>
      <ErrorSummary errors={problem ? [{ field: 'label', text: problem }] : []} />
      <WriteFailure cause={failure} />
      <p>{t('firstRun.welcome')}</p>
      <p>{t('firstRun.next', { total: builtInCatalog.standards.length })}</p>
      <p>
        {t('firstRun.lead')}
        {copied && t('firstRun.sameUnit')}
      </p>
      <form onSubmit={begin}>
        <UnitFields
          unit={unit}
          role={role}
          preset={copied ? undefined : preset}
          onInput={(nextUnit, nextRole) => {
            setUnit(nextUnit);
            setRole(nextRole);
          }}
        />
        <TextField
          id="label"
          mark={users.length > 0 ? 'required' : 'optional'}
          label={t('user.label')}
          support={t('user.labelHelp')}
          error={problem}
          length={20}
          maxLength={longestLabel}
          value={label}
          onInput={setLabel}
        />
        <Buttons>
          <Button kind="primary" type="submit">
            {start}
          </Button>
          {onCancel && (
            <Button kind="text" onClick={onCancel}>
              {t('ui.cancel')}
            </Button>
          )}
        </Buttons>
      </form>
    </>
  );
}

const isKnown = ({ ward, division, section }: Unit): boolean =>
  Boolean(ward || division || section);
