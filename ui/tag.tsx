import type { ComponentChildren } from 'preact';

export type Tone = 'quiet' | 'info' | 'success' | 'warning' | 'error';

/** A short mark beside a text: 見本, 要約, 済み. The word carries the meaning, the colour only helps. */
export function Tag({ tone = 'quiet', children }: { tone?: Tone; children: ComponentChildren }) {
  return (
    <span class="f-tag" data-tone={tone}>
      {children}
    </span>
  );
}
