import { t } from '../../locales/t.ts';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import type { Settings } from '../store/session/user.ts';
import { keepSettings } from './keep.tsx';
import { WindowForm } from './window-form.tsx';

/** How the current user wants to work; each choice is saved as it is made. */
export function SettingsPart({ owner, settings }: { owner: string; settings: Settings }) {
  return (
    <>
      <h2 id="settings" tabIndex={-1}>
        {t('settings.heading')}
      </h2>
      <Checkbox
        id="shortcuts"
        label={t('settings.shortcuts')}
        support={t('settings.shortcutsHelp')}
        checked={settings.shortcuts}
        onChange={(shortcuts) => void keepSettings({ shortcuts })}
      />
      <Choice
        id="language"
        label={t('settings.language')}
        // Each language in its own words, so that it is found from the other.
        options={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
        value={settings.language}
        onChange={(value) => void keepSettings({ language: value === 'en' ? 'en' : 'ja' })}
      />
      <WindowForm owner={owner} window={settings.window} />
    </>
  );
}
