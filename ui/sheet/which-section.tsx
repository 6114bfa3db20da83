import { useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';
import { TextField } from '../field.tsx';

interface WhichSectionProps {
  /** As it was told before. */
  told?: string | undefined;
  onSection: (section: string) => void;
}

/** Asks for the section where a sheet of one section doesn't tell it. */
export function WhichSection({ told = '', onSection }: WhichSectionProps) {
  const [section, setSection] = useState(told);
  const [error, setError] = useState<string | null>(null);
  const tell = (event: Event) => {
    event.preventDefault();
    const name = section.trim();
    setError(name ? null : t('sheet.nameMissing'));
    if (name) onSection(name);
    else document.getElementById('which-section')?.focus();
  };
  return (
    <form onSubmit={tell} noValidate>
      <TextField
        id="which-section"
        label={t('unit.section')}
        mark="required"
        length={20}
        error={error}
        value={section}
        onInput={setSection}
      />
      <Buttons>
        <Button kind="primary" type="submit">
          {t('sheet.goOn')}
        </Button>
      </Buttons>
    </form>
  );
}
