import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import type { Conflict } from '../store/session/pending.ts';
import { answerItem, settleConflict } from '../store/session/saving.ts';
import { ratingName } from './words.ts';

/** Two pages answered the same item: says what the other one held, and offers to take that instead (F10). */
export function ConflictNotice({ conflict }: { conflict: Conflict }) {
  const { standard, theirs, isReplaced = false } = conflict;
  const close = () => settleConflict(store, conflict);
  const takeTheirs = () => {
    close();
    void answerItem(store, standard, { rating: theirs.rating, note: theirs.note });
  };
  if (isReplaced) {
    const putBack = () => {
      close();
      void answerItem(store, standard, { note: theirs.note });
    };
    return (
      <Notice
        kind="warning"
        live="status"
        heading={t('conflict.replaced')}
        actions={
          <>
            <Button onClick={close}>{t('conflict.leave')}</Button>
            <Button onClick={putBack}>{t('conflict.putBack')}</Button>
          </>
        }
      >
        <p>{standardById(builtInCatalog, standard)?.text ?? standard}</p>
        <p>{t('conflict.before', { note: theirs.note ?? '' })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="warning"
      live="alert"
      heading={t('conflict.heading')}
      actions={
        <>
          <Button onClick={close}>{t('conflict.keepMine')}</Button>
          <Button onClick={takeTheirs}>{t('conflict.takeTheirs')}</Button>
        </>
      }
    >
      <p>{standardById(builtInCatalog, standard)?.text ?? standard}</p>
      <p>
        {t('conflict.theirs', {
          rating: theirs.rating ? ratingName(theirs.rating) : t('ui.unanswered'),
          note: theirs.note ?? t('conflict.noNote'),
        })}
      </p>
    </Notice>
  );
}
