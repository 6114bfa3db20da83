import { signal } from '@preact/signals';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { causeOf } from '../store/cause.ts';
import { saveProfile } from '../store/profile.ts';
import { user } from '../store/session.ts';
import type { Settings, User } from '../store/user.ts';

/** What could not be saved, and why. */
const unsaved = signal<{ readonly next: User; readonly cause: string } | null>(null);

/**
 * Saves a change of the current user at once; answers whether it is on the disk.
 * Changes that could not be saved are part of the next try.
 */
export async function keep(change: Partial<Omit<User, 'id'>>): Promise<boolean> {
  const base = unsaved.peek()?.next ?? user.peek();
  if (!base) return false;
  const next = { ...base, ...change };
  try {
    await saveProfile(next);
    unsaved.value = null;
    return true;
  } catch (error) {
    unsaved.value = { next, cause: causeOf(error) };
    return false;
  }
}

export function keepSettings(change: Partial<Settings>): Promise<boolean> {
  const settings = (unsaved.peek()?.next ?? user.peek())?.settings;
  return settings ? keep({ settings: { ...settings, ...change } }) : Promise.resolve(false);
}

/** Saving failed: what was entered is still on the page, and can be tried again (F6). */
export function Unsaved() {
  if (!unsaved.value) return null;
  const { cause } = unsaved.value;
  // Deleted on another page: there is nobody to save it for.
  const isGone = cause === 'missing';
  return (
    <Notice
      kind="error"
      live="alert"
      heading={t('saveFailure.heading')}
      actions={!isGone && <Button onClick={() => void keep({})}>{t('saveFailure.retry')}</Button>}
    >
      <p>{t(isGone ? 'saveFailure.missing' : 'keep.why', { cause })}</p>
    </Notice>
  );
}
