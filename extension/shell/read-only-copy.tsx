import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { type CopyHead, readCopyHead } from '../store/second-copy.ts';

interface ReadOnlyCopyProps {
  /** Offers to delete the database and to restore it from the copy (F5). */
  rebuild?: boolean;
}

/** What the second copy holds, to look at. */
export function ReadOnlyCopy(_props: ReadOnlyCopyProps) {
  const [head, setHead] = useState<CopyHead | null>(null);
  useEffect(() => {
    void readCopyHead().then(setHead);
  }, []);
  return head ? <p>{head.savedAt}</p> : <p>{t('copy.none')}</p>;
}
