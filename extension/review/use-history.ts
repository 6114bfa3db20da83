import { useEffect } from 'preact/hooks';
import type { Review } from '../../core/review/review.ts';
import { store } from '../page-store.ts';
import { loadHistory } from '../store/session/session.ts';

/** The user's other reviews, read when they are first needed; null until then. */
export function useHistory(): readonly Review[] | null {
  const { value } = store.others;
  useEffect(() => {
    if (value === null) void loadHistory(store);
  }, [value]);
  return value;
}
