import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
  /** The page has changed for this message: the focus goes to its heading when it appears. */
  focused?: boolean;
  level?: 2 | 3;
}

/** A message in the page: what happened, why, and what to do next. */
export function Notice({ kind, heading, focused = false, level = 2, ...rest }: NoticeProps) {
  const { children, actions, live } = rest;
  // Said where the sign alone tells it, and not twice.
  const told = t(`ui.${kind}`);
  const Heading = `h${level}` as const;
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) top.current?.focus();
  }, [focused]);
  return (
    <div class="f-notice" data-kind={kind} role={live}>
      <Heading ref={top} tabIndex={focused ? -1 : undefined}>
        <Icon name={kind} />
        {heading !== told && <span class="f-unseen">{told}：</span>}
        {heading}
      </Heading>
      {children && <div class="f-notice-text">{children}</div>}
      {actions && <div class="f-buttons">{actions}</div>}
    </div>
  );
}
