import type { ComponentChildren } from 'preact';

interface DisclosureProps {
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}

/** More, for those who want it. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details class="f-disclosure" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
