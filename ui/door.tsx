import type { ComponentChildren } from 'preact';
import { t } from '../locales/t.ts';
import { Tag } from './tag.tsx';

interface DoorProps {
  heading: string;
  /** Where it leads; null: the room behind it is still being built. */
  href: string | null;
  /** What one does there. */
  what: string;
  /** How things stand there. */
  children?: ComponentChildren;
}

/** A way into one part of the product. One that can't be gone through yet says so, and is no link. */
export function Door({ heading, href, what, children }: DoorProps) {
  return (
    <li class="f-door" data-open={href !== null}>
      <h2>{href === null ? heading : <a href={href}>{heading}</a>}</h2>
      <p>{what}</p>
      {children}
      {href === null && (
        <p>
          <Tag>{t('ui.doorSoon')}</Tag>
        </p>
      )}
    </li>
  );
}

/** Doors side by side, below each other where it is narrow. */
export function Doors({ children }: { children: ComponentChildren }) {
  return <ul class="f-doors">{children}</ul>;
}
