import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { store } from '../page-store.ts';

const keys = ['digits', 'j', 'k', 'n', 'u'] as const;

/** Which keys answer and move, for those who want them; nothing where they are turned off. */
export function Keys() {
  if (store.user.value?.settings.shortcuts === false) return null;
  return (
    <div class="f-screen">
      <Disclosure summary={t('keys.title')}>
        <ul>
          {keys.map((key) => (
            <li key={key}>{t(`keys.${key}`)}</li>
          ))}
        </ul>
        <p>
          <a href="options.html#/settings">{t('keys.turnOff')}</a>
        </p>
      </Disclosure>
    </div>
  );
}
