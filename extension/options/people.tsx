import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Tag } from '../../ui/tag.tsx';
import { labelOf } from '../shell/user-label.ts';
import { useWrite, WriteFailure } from '../shell/write.tsx';
import type { User } from '../store/user.ts';
import { switchUser } from '../store/users.ts';

interface PeopleProps {
  users: readonly User[];
  current: User | null;
  onAdd: () => void;
}

/** Everyone who uses this PC, to switch between, and the way to become one more. */
export function People({ users, current, onAdd }: PeopleProps) {
  const { failure, write } = useWrite();
  const switchTo = (id: string) =>
    void write(async () => {
      await switchUser(id);
      location.reload();
    });
  return (
    <>
      <h2>{t('users.heading')}</h2>
      <WriteFailure cause={failure} />
      <p>{t('users.help')}</p>
      <Rows
        rows={users.map((each) => ({
          id: each.id,
          label: labelOf(each),
          act:
            each.id === current?.id ? (
              <Tag tone="info">{t('users.now')}</Tag>
            ) : (
              <Button
                onClick={() => switchTo(each.id)}
                aria-label={t('users.switchTo', { label: labelOf(each) })}
              >
                {t('users.switch')}
              </Button>
            ),
        }))}
      />
      <Button id="add-user" onClick={onAdd}>
        {t('users.add')}
      </Button>
    </>
  );
}
