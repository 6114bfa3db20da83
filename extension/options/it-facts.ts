import { japanTimestamp } from '../../core/calendar/japan-time.ts';
import { t } from '../../locales/t.ts';
import { extensionVersion, spaceOnDisk } from '../platform/about.ts';
import { insideExtension } from '../platform/extension.ts';
import { readPolicy } from '../platform/policy.ts';
import { inPrivateWindow } from '../platform/private-window.ts';
import { unitName } from '../shell/words.ts';
import { diagnose } from '../store/diagnosis.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What the IT desk wants to know. Nothing of it tells who answered what: no answers, no names of people. */
export async function collectFacts(): Promise<Fact[]> {
  const [version, { state, cause, database, copy }, space, policy] = await Promise.all([
    extensionVersion(),
    diagnose(),
    spaceOnDisk(),
    readPolicy(),
  ]);
  const fact = (label: string, value: string | number | null): Fact => ({
    label,
    value: value === null ? t('it.unknown') : String(value),
  });
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
    fact(t('it.policy'), unitName(policy.unit) ?? t('it.none')),
    fact(t('it.policyInvalid'), policy.invalid.join(', ') || t('it.none')),
    fact(t('it.time'), japanTimestamp(Date.now())),
  ];
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

function bytes(count: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const value = count / 1000 ** step;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}
