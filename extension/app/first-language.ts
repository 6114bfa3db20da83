import { signal } from '@preact/signals';
import { type Language, useLanguage } from '../../locales/t.ts';

/** The language of a page that has no user yet; the one who begins takes it along. */
export const firstLanguage = signal<Language>('ja');

export async function speak(language: Language): Promise<void> {
  await useLanguage(language);
  firstLanguage.value = language;
}
