import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import type { Database } from '../store/database.ts';
import type { CopyHead } from '../store/second-copy.ts';

interface DamagedStoreProps {
  db: Database;
  /** Null where there is no copy to restore from. */
  copy: CopyHead | null;
}

/** The database has lost something (F3, F4). */
export function DamagedStore({ copy }: DamagedStoreProps) {
  return (
    <Page title={t('trouble.damaged')} route="damaged" invalid home="home.html">
      {!copy && <p>{t('copy.none')}</p>}
      <Button onClick={() => location.reload()}>{t('trouble.reload')}</Button>
    </Page>
  );
}
