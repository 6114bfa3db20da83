import type { ComponentChildren } from 'preact';

export type Tone = 'quiet' | 'info' | 'success' | 'warning' | 'error';

interface TagProps {
  tone?: Tone;
  /** It is told for the whole sheet on paper, and not printed. */
  onScreen?: boolean;
  children: ComponentChildren;
}

/** A short mark beside a text: 見本, 要約, 済み. The word carries the meaning, the colour only helps. */
export function Tag({ tone = 'quiet', onScreen = false, children }: TagProps) {
  return (
    <span class={onScreen ? 'f-tag f-screen' : 'f-tag'} data-tone={tone}>
      {children}
    </span>
  );
}
