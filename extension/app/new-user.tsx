import { useEffect, useRef, useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Role, Unit } from '../../core/review/review.ts';
import { type Language, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { forgetUnfinished, keepUnfinished, readUnfinished } from '../store/session/unfinished.ts';
import type { User } from '../store/session/user.ts';
import { addUser } from '../store/session/users.ts';
import { startAnewAt } from './start-anew.ts';
import { UnitFields } from './unit-fields.tsx';
import { labelProblem, longestLabel } from './user-label.ts';
import { unitName } from './words.ts';
import { useWrite, WriteFailure } from './write.tsx';
import './new-user.css';
import { store } from '../page-store.ts';

/** The room that is begun in: each has its own work, time and readers. */
export type FirstView = 'review' | 'sheet';

/** What is typed, kept until there is the user. */
interface Typed {
  readonly label: string;
  readonly unit: Unit;
  readonly role: Role | null;
}

const form = 'new-user';

interface NewUserProps {
  room?: FirstView;
  /** Those who use this PC already. */
  users: readonly User[];
  /** What the IT desk has filled in. */
  preset: Unit;
  /** Where the one who uses this PC now works. */
  previous?: Unit | undefined;
  /** The word on the button. */
  start: string;
  /** The language chosen on this page. */
  language?: Language;
  onCancel?: () => void;
}

/** What a person hears and is asked before the first answer. Everything but a name among several may be left empty. */
export function NewUser(props: NewUserProps) {
  const { room = 'review', users, preset, previous, start, language, onCancel } = props;
  const copied = previous && isKnown(previous) ? previous : null;
  const [label, setLabel] = useState('');
  const [unit, setUnit] = useState(copied ?? preset);
  const [role, setRole] = useState<Role | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [kept] = useState(() => keepUnfinished<Typed>(store, form));
  const [resumed, setResumed] = useState(false);
  const isTyped = useRef(false);
  const type = (change: Partial<Typed>) => {
    const next = { label, unit, role, ...change };
    isTyped.current = true;
    setLabel(next.label);
    setUnit(next.unit);
    setRole(next.role);
    kept.type(next);
  };
  const letGo = async () => {
    kept.drop();
    await forgetUnfinished(store, form).catch(() => {});
  };
  useEffect(() => {
    void readUnfinished<Typed>(store, form).then((before) => {
      if (!before || isTyped.current) return;
      setLabel(before.label);
      setUnit(before.unit);
      setRole(before.role);
      setResumed(true);
    });
    return () => void kept.flush();
  }, []);

  const { failure, write } = useWrite();
  const begin = (event: Event) => {
    event.preventDefault();
    const found = labelProblem(label.trim(), users);
    setProblem(found);
    if (found) return;
    void write(async () => {
      await addUser(store, label.trim(), { unit, role, ...(language && { language }) });
      await letGo();
      if (onCancel) startAnewAt('users');
      else location.reload();
    });
  };
  const where = unitName(copied ?? preset);
  const name = (
    <TextField
      id="label"
      mark={users.length > 0 ? 'required' : 'optional'}
      label={t('user.label')}
      support={t('user.labelHelp')}
      error={problem}
      length={20}
      limit={longestLabel}
      value={label}
      onInput={(text) => type({ label: text })}
    />
  );
  return (
    <>
      <ErrorSummary errors={problem ? [{ field: 'label', text: problem }] : []} />
      <WriteFailure cause={failure} />
      <dl class="n-facts">
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(`firstRun.${fact}`)}</dt>
            <dd>
              {room === 'sheet'
                ? t(`firstRun.${fact}TextSheet`)
                : t(`firstRun.${fact}Text`, { total: builtInCatalog.standards.length })}
            </dd>
          </div>
        ))}
      </dl>
      <form onSubmit={begin}>
        {users.length > 0 && name}
        <Buttons>
          <Button kind="primary" type="submit">
            {start}
          </Button>
          {onCancel && (
            <Button
              kind="text"
              onClick={() => {
                void letGo();
                onCancel();
              }}
            >
              {t('ui.cancel')}
            </Button>
          )}
        </Buttons>
        <Disclosure
          open={resumed}
          summary={where ? t('firstRun.unitOf', { unit: where }) : t('firstRun.unit')}
        >
          <p>
            {t('firstRun.lead')}
            {copied && t('firstRun.sameUnit')}
          </p>
          <UnitFields
            unit={unit}
            role={role}
            preset={copied ? undefined : preset}
            onInput={(nextUnit, nextRole) => type({ unit: nextUnit, role: nextRole })}
          />
          {users.length === 0 && name}
        </Disclosure>
      </form>
    </>
  );
}

/** What one wants to know beforehand. */
const facts = ['what', 'time', 'who'] as const;

const isKnown = ({ ward, division, section }: Unit): boolean =>
  Boolean(ward || division || section);
