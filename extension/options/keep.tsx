import { signal } from '@preact/signals';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { flushTexts } from '../../ui/kept-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { failureOf } from '../store/db/cause.ts';
import { saveProfile } from '../store/session/profile.ts';
import type { Settings, User } from '../store/session/user.ts';

/** What could not be saved, and why. */
const unsaved = signal<{ readonly next: User; readonly cause: string } | null>(null);

/**
 * Saves a change of the current user at once; answers whether it is on the disk.
 * Changes that could not be saved are part of the next try.
 */
export async function keep(change: (base: User) => User): Promise<boolean> {
  const base = unsaved.peek()?.next ?? store.user.peek();
  if (!base) return false;
  const next = change(base);
  try {
    await saveProfile(store, next);
    unsaved.value = null;
    return true;
  } catch (error) {
    unsaved.value = { next, cause: await failureOf(store, error) };
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
  if (!unsaved.value) return null;
  const { cause } = unsaved.value;
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
