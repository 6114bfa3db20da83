import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Tag } from '../../ui/tag.tsx';
import { startAnewAt, takeStart } from '../app/start-anew.ts';
import { labelOf, labelProblem, longestLabel } from '../app/user-label.ts';
import { unitName } from '../app/words.ts';
import { useWrite, WriteFailure } from '../app/write.tsx';
import { store } from '../page-store.ts';
import type { User } from '../store/session/user.ts';
import { nameUser, switchUser } from '../store/session/users.ts';

interface PeopleProps {
  users: readonly User[];
  current: User | null;
  onAdd: () => void;
  /** Someone else than the current user was named. */
  onNamed: () => void;
}

/** Everyone who uses this PC, to switch between, and the way to become one more. */
export function People({ users, current, onAdd, onNamed }: PeopleProps) {
  const { failure, write } = useWrite();
  const [naming, setNaming] = useState<User | null>(null);
  useEffect(() => {
    // Who has just become the user stands where the focus was.
    if (takeStart() === 'users') document.getElementById('user-now')?.focus();
  }, []);
  const switchTo = (id: string) =>
    void write(async () => {
      await switchUser(store, id);
      startAnewAt('users');
    });
  const name = (label: string) =>
    void write(async () => {
      if (!naming) return;
      await nameUser(store, naming.id, label);
      setNaming(null);
      onNamed();
      document.getElementById('users')?.focus();
    });
  return (
    <>
      <h2 id="users" tabIndex={-1}>
        {t('users.heading')}
      </h2>
      <WriteFailure cause={failure} />
      <p>{t('users.help')}</p>
      <Rows
        rows={users.map((each) => ({
          id: each.id,
          label: nameWithUnit(each),
          act:
            each.id === current?.id ? (
              <>
                <span id="user-now" tabIndex={-1}>
                  <Tag tone="info">{t('users.now')}</Tag>
                </span>
                <ButtonLink href="review.html">{t('users.toReview')}</ButtonLink>
              </>
            ) : (
              <>
                {each.label === '' && (
                  <Button kind="text" onClick={() => setNaming(each)}>
                    {t('users.name')}
                  </Button>
                )}
                <Button
                  onClick={() => switchTo(each.id)}
                  aria-label={t('users.switchTo', { label: nameWithUnit(each) })}
                >
                  {t('users.switch')}
                </Button>
              </>
            ),
        }))}
      />
      {naming && (
        <Naming
          key={naming.id}
          others={users.filter(({ id }) => id !== naming.id)}
          onName={name}
          onCancel={() => setNaming(null)}
        />
      )}
      <Button id="add-user" onClick={onAdd}>
        {t('users.add')}
      </Button>
    </>
  );
}

/** Those without a name are told apart by where they work. */
function nameWithUnit(each: User): string {
  const unit = unitName(each.settings.unit);
  return each.label === '' && unit ? t('users.unnamedOf', { unit }) : labelOf(each);
}

interface NamingProps {
  others: readonly User[];
  onName: (label: string) => void;
  onCancel: () => void;
}

function Naming({ others, onName, onCancel }: NamingProps) {
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => document.getElementById('naming')?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const found = labelProblem(label.trim(), others);
    setProblem(found);
    if (found) document.getElementById('naming')?.focus();
    else onName(label.trim());
  };
  return (
    <form onSubmit={submit}>
      <TextField
        id="naming"
        mark="required"
        label={t('user.label')}
        support={t('user.labelHelp')}
        error={problem}
        length={20}
        limit={longestLabel}
        value={label}
        onInput={setLabel}
      />
      <Buttons>
        <Button type="submit">{t('users.name')}</Button>
        <Button kind="text" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </Buttons>
    </form>
  );
}
