import { effect, type Signal, signal } from '@preact/signals';

/** Long enough to read a line. */
const moment = 5000;

/** Words that are gone after a moment. */
export function passing(): Signal<string> {
  const words = signal('');
  effect(() => {
    if (!words.value) return;
    const fading = setTimeout(() => {
      words.value = '';
    }, moment);
    return () => clearTimeout(fading);
  });
  return words;
}
