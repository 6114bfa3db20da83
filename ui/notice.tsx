import type { ComponentChildren } from 'preact';
import { t } from '../locales/t.ts';
import { Icon, type IconName } from './icon.tsx';

interface NoticeProps {
  kind: IconName;
  heading: string;
  /** Cause and next step. */
  children?: ComponentChildren;
  /** Buttons or links. */
  actions?: ComponentChildren;
  /** Read out when it appears: `status` at the next pause, `alert` at once. */
  live?: 'status' | 'alert';
  level?: 2 | 3;
}

/** A message in the page: what happened, why, and what to do next. */
export function Notice({ kind, heading, children, actions, live, level = 2 }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="f-notice" data-kind={kind} role={live}>
      <Heading>
        <Icon name={kind} />
        <span class="f-unseen">{t(`ui.${kind}`)}：</span>
        {heading}
      </Heading>
      {children && <div class="f-notice-text">{children}</div>}
      {actions && <div class="f-buttons">{actions}</div>}
    </div>
  );
}
