import type { ComponentChildren } from 'preact';
import { t } from '../../locales/t.ts';
import { timeOfDay } from '../../ui/date-and-time.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';
import { store } from '../page-store.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { Later } from './later.tsx';
import { SaveFailure } from './save-failure.tsx';
import { labelOf } from './user-label.ts';
import { unitName } from './words.ts';

interface FrameProps {
  title: string;
  /** Names the view; when it changes, the focus goes to its heading. */
  route: string;
  narrow?: boolean;
  above?: ComponentChildren;
  footer?: ComponentChildren;
  /** Something on the page is to be put right: 「エラー：」 in the browser's title. */
  invalid?: boolean;
  /** What is written beside the review could not be saved. */
  unsaved?: boolean;
  /** Words what is saved, where it is no answer. */
  savedAt?: (time: string) => string;
  /** At the head of every printed sheet, where it is not the review's 年度 and unit. */
  running?: string | undefined;
  /** Said behind it, of all that is printed. */
  mark?: string | undefined;
  children: ComponentChildren;
}

/** Every page of the extension: who and which 年度 at the top, whether all is saved, and what went wrong with saving. */
export function Frame({
  children,
  running = reviewed(),
  mark,
  invalid = false,
  unsaved = false,
  savedAt,
  ...page
}: FrameProps) {
  const { value: status } = store.saving;
  const failed = status.state === 'failed';
  return (
    <Page
      {...page}
      home="home.html"
      invalid={failed || unsaved || invalid}
      status={
        <Status
          state={unsaved ? 'failed' : status.state === 'idle' ? 'none' : status.state}
          savedAt={savedAt}
          time={status.state === 'saved' ? timeOfDay(status.at) : null}
        />
      }
      aside={<Whose narrow={page.narrow ?? false} />}
      running={[running, mark].filter(Boolean).join('　')}
    >
      {failed && <SaveFailure cause={status.cause} />}
      {store.conflicts.value.map((conflict) => (
        <ConflictNotice key={conflict.standard} conflict={conflict} />
      ))}
      {children}
      {pausing.has(page.route) && <Later load={loadDatedNotice} />}
    </Page>
  );
}

/** Views that nobody is in the middle of: there a copy outside the browser may be asked for, below all else. */
const pausing: ReadonlySet<string> = new Set(['home', 'tasks']);

const loadDatedNotice = async () => (await import('../dated/dated-notice.tsx')).DatedNotice;

/** The person the page belongs to, with the way to change it. */
function Whose({ narrow }: { narrow: boolean }) {
  const { value: current } = store.user;
  if (!current) return null;
  const label = labelOf(current);
  return (
    <a
      href="options.html#/users"
      target={narrow ? '_blank' : undefined}
      aria-label={t('user.settingsOf', { label })}
    >
      {label}
    </a>
  );
}

/** 年度 and unit of the review. */
function reviewed(): string {
  const { value: current } = store.review;
  if (!current) return t('ui.product');
  const unit = unitName(current.unit);
  return [fiscalYearName(current.fiscalYear), unit].filter(Boolean).join('　');
}
