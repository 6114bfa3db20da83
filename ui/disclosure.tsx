import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DisclosureProps {
  summary: ComponentChildren;
  open?: boolean;
  /** On paper it is whole, without its summary. */
  printed?: boolean;
  children: ComponentChildren;
}

/** More, for those who want it. */
export function Disclosure({ summary, open = false, printed = false, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  // Style alone opens it in newer browsers only.
  useEffect(() => {
    if (!printed) return;
    let opened = false;
    const before = () => {
      if (details.current?.open !== false) return;
      details.current.open = opened = true;
    };
    const after = () => {
      if (opened && details.current) details.current.open = opened = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [printed]);
  return (
    <details class="f-disclosure" ref={details} open={open} data-printed={printed}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
