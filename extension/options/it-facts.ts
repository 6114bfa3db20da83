import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { t } from '../../locales/t.ts';
import { unitName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { extensionVersion, spaceOnDisk } from '../platform/about.ts';
import { insideExtension } from '../platform/extension.ts';
import { readPolicy } from '../platform/policy.ts';
import { inPrivateWindow } from '../platform/private-window.ts';
import type { FolderRow, HeldRows } from '../store/db/schema.ts';
import { readCount } from '../store/integrity/answer-count.ts';
import { diagnose } from '../store/integrity/diagnosis.ts';
import { folderRow } from '../store/tables/folders.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What the IT desk wants to know. Nothing of it tells who answered what: no answers, no names of people. */
export async function collectFacts(): Promise<Fact[]> {
  const [version, { state, cause, database, copy }, space, policy] = await Promise.all([
    extensionVersion(),
    diagnose(store),
    spaceOnDisk(),
    readPolicy(),
  ]);
  const fact = (label: string, value: string | number | null): Fact => ({
    label,
    value: value === null ? t('it.unknown') : String(value),
  });
  const count = readCount(store);
  // Of a store that doesn't open nothing is to be had.
  const folders = state === 'ready' ? await folderRow(store) : undefined;
  const { users = 0, reviews = 0, places = 0 } = database ?? {};
  const yesNo = (value: boolean) => t(value ? 'it.yes' : 'it.no');
  return [
    fact(t('it.version'), version),
    fact(t('it.where'), insideExtension ? t('it.extension') : location.origin),
    fact(t('it.browser'), navigator.userAgent),
    fact(t('it.privateWindow'), yesNo(inPrivateWindow)),
    fact(t('it.state'), t(`it.state-${state}`, { cause: cause ?? '' })),
    fact(t('it.databaseVersion'), database?.version ?? null),
    fact(t('it.rows'), database && t('it.rowsValue', { users, reviews, places })),
    fact(t('it.counter'), database?.counter ?? null),
    fact(t('it.whole'), database && t(database.whole ? 'it.wholeYes' : 'it.wholeNo')),
    fact(t('it.used'), space.used === null ? null : bytes(space.used)),
    fact(t('it.quota'), space.quota === null ? null : bytes(space.quota)),
    fact(t('it.persisted'), yesNo(space.persisted)),
    fact(
      t('it.copy'),
      copy
        ? t('it.copyValue', { at: copy.savedAt, counter: copy.seq, users: copy.users.length })
        : t('it.none'),
    ),
    fact(
      t('it.count'),
      count === null
        ? t('it.none')
        : count === 'hurt'
          ? t('it.countHurt')
          : t('it.countValue', { counter: count.seq, answers: answersIn(count.held) }),
    ),
    fact(t('it.dated'), datedIn(folders)),
    fact(t('it.backedUp'), folders?.backups?.backedUpAt ?? t('it.none')),
    fact(t('it.policy'), unitName(policy.unit) ?? t('it.none')),
    fact(t('it.policyWelcome'), yesNo(policy.welcome)),
    fact(t('it.policyInvalid'), policy.invalid.join(', ') || t('it.none')),
    fact(t('it.time'), japanTimestamp(Date.now())),
  ];
}

/** The last copy in the user's folder that was read back, and what kept the next one from it. */
function datedIn(row: FolderRow | undefined): string {
  const { copies, lastCopy, copyFailure } = row ?? {};
  if (!copies) return t('it.none');
  const last = lastCopy
    ? t('it.datedValue', { ...lastCopy })
    : t('it.datedNone', { folder: copies.name });
  return copyFailure ? t('it.datedFailed', { last, ...copyFailure }) : last;
}

const answersIn = (held: HeldRows): number =>
  Object.values(held).reduce((sum, { answers }) => sum + (answers ?? 0), 0);

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

function bytes(count: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const value = count / 1000 ** step;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}
