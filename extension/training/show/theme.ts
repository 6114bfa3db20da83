import { effect, signal } from '@preact/signals';

/** The theme of the slides on this PC: a convenience that may be lost. */

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const key = 'furikaeri.slides.look';

interface Kept {
  readonly look: Theme;
  readonly ruby: boolean;
}

export const theme = signal<Theme>('light');
/** Whether furigana stand over the text, where the catalog has them. */
export const ruby = signal(false);

try {
  const kept: Partial<Kept> = JSON.parse(localStorage.getItem(key) ?? '{}');
  theme.value = themes.find((one) => one === kept.look) ?? 'light';
  ruby.value = kept.ruby === true;
} catch {
  // Kept by nobody, or by hand: the ordinary theme then.
}

effect(() => {
  const kept: Kept = { look: theme.value, ruby: ruby.value };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // No room on the disk is no reason to disturb a session.
  }
});

export function nextTheme(): void {
  theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'light';
}
