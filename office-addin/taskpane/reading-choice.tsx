import type { CellPlace } from '../../core/sheet/form/form.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { goTo } from '../excel/go-to.ts';
import { idOf } from './current-worksheet.ts';
import { keepForm } from './kept-forms.ts';
import { LaterPicture } from './later-picture.tsx';

/** Readings of a form between which one press decides; the choice is kept as a form. */
export function ReadingChoice({ readings }: { readings: readonly Places[] }) {
  return (
    <ol class="p-readings">
      {readings.map((reading, index) => (
        <li key={index}>
          <Described places={reading} no={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function Described({ places, no }: { places: Places; no: number }) {
  const { form, sections } = places;
  const [first] = sections.flatMap(({ targets }) => targets);
  const { target, result } = first?.cells ?? {};
  const count = sections.reduce((sum, { targets }) => sum + targets.length, 0);
  const cell = (place: CellPlace | undefined) => place?.cell ?? t('pane.nowhere');
  const choose = () => keepForm(form.id ? form : { ...form, id: crypto.randomUUID() });
  return (
    <>
      <p>{t('pane.readingOf', { target: cell(target), result: cell(result), count })}</p>
      <LaterPicture places={places} label={t('pane.pictureOf', { no })} />
      <Buttons>
        <Button onClick={choose}>{t('pane.takeReading', { no })}</Button>
        {target && (
          <Button onClick={() => void goTo(idOf(target.sheet), target.cell)}>
            {t('pane.toCell', { cell: target.cell })}
          </Button>
        )}
      </Buttons>
    </>
  );
}
