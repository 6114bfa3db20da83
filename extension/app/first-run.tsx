import { useEffect, useState } from 'preact/hooks';
import type { Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { store } from '../page-store.ts';
import { type Policy, readPolicy } from '../platform/policy.ts';
import type { User } from '../store/session/user.ts';
import { listUsers } from '../store/session/users.ts';
import { firstLanguage, speak } from './first-language.ts';
import { type FirstView, NewUser } from './new-user.tsx';

interface Before {
  /** What the IT desk has filled in. */
  readonly preset: Unit;
  /** Those who use this PC already. */
  readonly users: readonly User[];
}

let policy: Promise<Policy> | undefined;

/** Asks beforehand for what the screen needs, while the store is still being opened. */
export function prepare(): Promise<Policy> {
  policy ??= readPolicy();
  return policy;
}

/** One screen before the first answer: what this is, who sees what, and the button. The rest may be left empty and changed later. */
export function FirstRun({ room }: { room: FirstView }) {
  const [before, setBefore] = useState<Before | null>(null);
  useEffect(() => {
    void Promise.all([prepare(), listUsers(store)]).then(([{ unit }, users]) =>
      setBefore({ preset: unit, users }),
    );
  }, []);
  if (!before) return <p class="f-opening">{t('ui.opening')}</p>;
  const isShared = before.users.length > 0;
  return (
    <>
      <OtherLanguage />
      {isShared && <OthersHere />}
      <NewUser {...before} room={room} start={t('firstRun.start')} language={firstLanguage.value} />
      <p>
        {room === 'sheet' ? (
          <a href="review.html">{t('firstRun.toReview')}</a>
        ) : (
          <a href="home.html">{t('firstRun.otherWork')}</a>
        )}
      </p>
      {!isShared && <UsedBefore />}
    </>
  );
}

/** Each language in its own words, so that it is found from the other. */
function OtherLanguage() {
  const isEnglish = firstLanguage.value === 'en';
  return (
    <p class="n-language">
      <button
        type="button"
        class="f-link"
        lang={isEnglish ? 'ja' : 'en'}
        onClick={() => void speak(isEnglish ? 'ja' : 'en')}
      >
        {isEnglish ? '日本語' : 'English'}
      </button>
    </p>
  );
}

/** On a fresh profile: everything that was here may be gone (F14). */
function UsedBefore() {
  return (
    <>
      <h2>{t('firstRun.usedBefore')}</h2>
      <p>{t('firstRun.noBackup')}</p>
      <Buttons>
        <ButtonLink href="options.html#/backup">{t('firstRun.restore')}</ButtonLink>
      </Buttons>
    </>
  );
}

/** Others use this PC already (F16). */
function OthersHere() {
  return (
    <Notice
      kind="info"
      heading={t('firstRun.others')}
      actions={<ButtonLink href="options.html#/users">{t('firstRun.choose')}</ButtonLink>}
    >
      <p>{t('firstRun.othersHelp')}</p>
    </Notice>
  );
}
