import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { readPolicy } from '../platform/policy.ts';
import { labelProblem, longestLabel } from '../shell/user-label.ts';
import type { User } from '../store/user.ts';
import { addUser } from '../store/users.ts';

/** Someone else wants to use this PC too: asks for a name, and goes on as that person. */
export function AddUser({ users }: { users: readonly User[] }) {
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (open) document.getElementById('new-label')?.focus();
  }, [open]);
  if (!open) return <Button onClick={() => setOpen(true)}>{t('users.add')}</Button>;

  const add = async (event: Event) => {
    event.preventDefault();
    const found = labelProblem(label.trim(), users);
    setProblem(found);
    if (found) return;
    const { unit } = await readPolicy();
    await addUser(label.trim(), { unit });
    location.reload();
  };
  return (
    <form onSubmit={add}>
      <ErrorSummary errors={problem ? [{ field: 'new-label', text: problem }] : []} />
      <TextField
        id="new-label"
        mark="required"
        label={t('users.newLabel')}
        support={t('user.labelHelp')}
        error={problem}
        length={20}
        maxLength={longestLabel}
        value={label}
        onInput={setLabel}
      />
      <Buttons>
        <Button kind="primary" type="submit">
          {t('users.addDone')}
        </Button>
        <Button kind="text" onClick={() => setOpen(false)}>
          {t('users.addCancel')}
        </Button>
      </Buttons>
    </form>
  );
}
