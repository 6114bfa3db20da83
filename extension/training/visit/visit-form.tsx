import type { Catalog } from '../../../core/catalog/catalog.ts';
import { sceneById } from '../../../core/catalog/lookup.ts';
import {
  type Mark,
  marks,
  observedStandards,
  type VisitSheet,
} from '../../../core/training/visit-sheet.ts';
import { t } from '../../../locales/t.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Options } from '../../../ui/options.tsx';
import { sceneName } from '../../app/words.ts';
import { ModelNote } from '../model-note.tsx';

interface VisitFormProps {
  sheet: VisitSheet;
  catalog: Catalog;
  onChange: (part: Partial<VisitSheet>) => void;
}

const fields = ['place', 'date', 'observer'] as const;
const remarks = ['good', 'toImprove', 'advice'] as const;

/** The observer's sheet as it is filled in on the screen. */
export function VisitForm({ sheet, catalog, onChange }: VisitFormProps) {
  const mark = (event: Event) => {
    const { name, value } = event.target as HTMLInputElement;
    onChange({ marks: { ...sheet.marks, [name.replace(/^visit-/, '')]: value as Mark } });
  };
  const observed = observedStandards(catalog);
  const options = marks.map((value) => ({ value, label: t(`mark.${value}`) }));
  return (
    <>
      {fields.map((field) => (
        <TextField
          key={field}
          id={`visit-${field}`}
          label={t(`visit.${field}`)}
          mark="optional"
          length={20}
          limit={60}
          value={sheet[field]}
          onInput={(value) => onChange({ [field]: value })}
        />
      ))}
      <ModelNote standards={observed.flatMap(({ standards }) => standards)} />
      {observed.map(({ scene, standards }) => (
        <section key={scene} onChange={mark}>
          <h2>{sceneNamed(catalog, scene)}</h2>
          {standards.map(({ id, text }) => (
            <fieldset key={id} class="t-mark">
              <legend>{text}</legend>
              <Options name={`visit-${id}`} options={options} value={sheet.marks[id] ?? null} />
            </fieldset>
          ))}
        </section>
      ))}
      <h2>{t('visit.remarks')}</h2>
      <p>{t('visit.remarksHelp')}</p>
      {remarks.map((field) => (
        <TextArea
          key={field}
          id={`visit-${field}`}
          label={t(`visit.${field}`)}
          mark="optional"
          limit={300}
          value={sheet[field]}
          onInput={(value) => onChange({ [field]: value })}
        />
      ))}
    </>
  );
}

function sceneNamed(catalog: Catalog, id: Parameters<typeof sceneById>[1]): string {
  const scene = sceneById(catalog, id);
  return scene ? sceneName(scene) : id;
}
