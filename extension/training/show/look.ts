import { effect, signal } from '@preact/signals';

/** How the slides look on this PC: a convenience that may be lost. */

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

const key = 'furikaeri.slides.look';

interface Kept {
  readonly look: Look;
  readonly ruby: boolean;
}

export const look = signal<Look>('light');
/** Whether furigana stand over the text, where the catalog has them. */
export const ruby = signal(false);

try {
  const kept: Partial<Kept> = JSON.parse(localStorage.getItem(key) ?? '{}');
  look.value = looks.find((one) => one === kept.look) ?? 'light';
  ruby.value = kept.ruby === true;
} catch {
  // Kept by nobody, or by hand: the ordinary look then.
}

effect(() => {
  const kept: Kept = { look: look.value, ruby: ruby.value };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // No room on the disk is no reason to disturb a session.
  }
});

export function nextLook(): void {
  look.value = looks[(looks.indexOf(look.value) + 1) % looks.length] ?? 'light';
}
