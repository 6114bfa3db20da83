import { useEffect } from 'preact/hooks';
import type { Review } from '../../core/review/review.ts';
import { loadHistory, others } from '../store/session/session.ts';

/** The user's other reviews, read when they are first needed; null until then. */
export function useHistory(): readonly Review[] | null {
  const { value } = others;
  useEffect(() => {
    if (value === null) void loadHistory();
  }, [value]);
  return value;
}
