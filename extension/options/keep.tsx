import { signal } from '@preact/signals';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { flushTexts } from '../../ui/kept-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { failureOf } from '../store/db/cause.ts';
import { saveProfile } from '../store/session/profile.ts';
import type { Settings, User } from '../store/session/user.ts';

type Change = (base: User) => User;

/** What is not on the disk yet, on its way or failed: part of whatever is saved next. */
let waiting: { readonly of: User['id']; readonly change: Change } | null = null;

/** Why the last save failed. */
const failure = signal<string | null>(null);

/** Saves a change of the current user at once; answers whether it is on the disk. */
export async function keep(change: Change): Promise<boolean> {
  const owner = store.user.peek();
  if (!owner) return false;
  const before = waiting?.of === owner.id ? waiting.change : null;
  const next = { of: owner.id, change: (base: User) => change(before ? before(base) : base) };
  waiting = next;
  try {
    await saveProfile(store, owner.id, next.change);
    if (waiting === next) waiting = null;
    failure.value = null;
    return true;
  } catch (error) {
    const cause = await failureOf(store, error);
    // A later save may have brought it to the disk meanwhile.
    if (waiting) failure.value = cause;
    return false;
  }
}

export function keepSettings(change: Partial<Settings>): Promise<boolean> {
  return keep((base) => ({ ...base, settings: { ...base.settings, ...change } }));
}

/** Tries again, and lets go of what was typed where the disk has it now. */
async function retry(): Promise<void> {
  if (await keep((base) => base)) await flushTexts();
}

/** Saving failed: what was entered is still on the page, and can be tried again (F6). */
export function Unsaved() {
  const { value: cause } = failure;
  if (cause === null) return null;
  // Deleted on another page: there is nobody to save it for.
  const isGone = cause === 'missing';
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('saveFailure.heading')}
      actions={!isGone && <Button onClick={() => void retry()}>{t('saveFailure.retry')}</Button>}
    >
      <p>{t(isGone ? 'saveFailure.missing' : 'keep.why', { cause })}</p>
    </Notice>
  );
}
