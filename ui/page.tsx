import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { Mark } from './mark.tsx';

interface PageProps {
  /** The page's h1, and its title in the browser. */
  title: string;
  /** Names the view; when it changes, the focus goes to the h1 (WCAG 2.4.3). */
  route: string;
  /** For the side panel and the task pane: 320–400 px wide. */
  narrow?: boolean;
  /** Puts 「エラー：」 before the title in the browser. */
  invalid?: boolean;
  /** Where the mark leads. */
  home?: string;
  /** At the right of the header: 年度, user. */
  aside?: ComponentChildren;
  /** In the header, always in view: `Status`. */
  status?: ComponentChildren;
  /** Above the h1: a way back, or the part the page belongs to. */
  above?: ComponentChildren;
  /** Printed at the head of every sheet: 年度 and unit. */
  running?: string;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** The view that was shown last. Not the frame's own: where each room brings its frame, a new one takes its place. */
let shown: string | null = null;

/** The frame of every page: skip link, header, main with its h1, footer. */
export function Page({ title, route, narrow = false, invalid = false, ...slots }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${invalid ? `${t('ui.error')}：` : ''}${title} — ${t('ui.product')}`;
  }, [title, invalid]);

  useEffect(() => {
    const last = shown;
    shown = route;
    if (last === null || last === route) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [route]);

  // The address after # is the view's, so the skip link moves the focus by itself.
  const skip = (event: Event) => {
    event.preventDefault();
    heading.current?.focus();
  };

  return (
    <div class="f-page" data-narrow={narrow}>
      {/* biome-ignore lint/a11y/useValidAnchor: it does lead to a place in the page. */}
      <a class="f-skip" href="#main" onClick={skip}>
        {t('ui.skip')}
      </a>
      <header class="f-header">
        {/* A side panel stays where it is; the task pane has no other page. */}
        <a
          class="f-home"
          href={slots.home ?? '#'}
          target={narrow && slots.home ? '_blank' : undefined}
        >
          <Mark />
          {t('ui.product')}
        </a>
        <div class="f-header-aside">
          {slots.status}
          {slots.aside}
        </div>
      </header>
      <div class="f-running" aria-hidden="true">
        <span>{slots.running ?? t('ui.product')}</span>
      </div>
      <main class="f-main" id="main">
        <div class="f-body">
          {slots.above && <div class="f-above">{slots.above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {slots.children}
        </div>
      </main>
      {slots.footer && <footer class="f-footer">{slots.footer}</footer>}
    </div>
  );
}
