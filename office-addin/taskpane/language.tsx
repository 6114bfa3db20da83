import { signal } from '@preact/signals';
import { type Language, languages, t, useLanguage } from '../../locales/t.ts';
import { keep, recall } from './this-pc.ts';

/** The language of the pane: the chief's choice, else that of Excel's menus. */
export const language = signal<Language>('ja');

const key = 'language';

/** Takes the language up; `display` is Excel's own, such as `ja-JP`, where it is known. */
export async function startLanguage(display: string | undefined): Promise<void> {
  const chosen = languages.find((each) => each === recall(key));
  const ofExcel = display === undefined || display.toLowerCase().startsWith('ja') ? 'ja' : 'en';
  await speak(chosen ?? ofExcel);
}

async function speak(wanted: Language): Promise<void> {
  await useLanguage(wanted);
  document.documentElement.lang = wanted;
  language.value = wanted;
}

/** Leads to the other language; named in that language. */
export function LanguageChoice() {
  const other = language.value === 'ja' ? 'en' : 'ja';
  const choose = () => {
    keep(key, other);
    void speak(other);
  };
  return (
    <button type="button" class="f-link" lang={other} onClick={choose}>
      {t('pane.otherLanguage')}
    </button>
  );
}
