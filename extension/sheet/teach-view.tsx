import { useMemo, useState } from 'preact/hooks';
import { viewOf } from '../../core/sheet/form/grid-view.ts';
import {
  isNamed,
  isNumbered,
  type Pressed,
  type TaughtField,
  taughtFields,
} from '../../core/sheet/form/pressed.ts';
import { isLabel } from '../../core/sheet/form/teach-around.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { chosen, grids, places } from './current-workbook.ts';
import { Drawn } from './drawn.tsx';
import { SheetFrame } from './frame.tsx';
import { markName, marksTaught } from './marks.ts';
import { TeachOutcome } from './teach-outcome.tsx';
import {
  beginLesson,
  canUndo,
  isAmended,
  isAt,
  lesson,
  press,
  startOver,
  takeOut,
  taught,
  undoPress,
} from './teaching.ts';

/** As many rows as are drawn at first; a form's first target stands among them. */
const rowsAtOnce = 50;

/** In the list a number with its scene is told apart from the scene. */
const nameOf = (field: TaughtField): string =>
  field === 'noScene' ? t('place.noScene') : markName(field, null);

/** A form is taught: its cells are pressed on the drawn sheet, and the others proposed. */
export function TeachView() {
  useState(() => beginLesson(places.value, chosen.value.section));
  return (
    <SheetFrame
      title={t('sheet.teachTitle')}
      back={{ href: '#/found', label: t('sheet.backToFound-form') }}
    >
      <Teaching />
    </SheetFrame>
  );
}

export function Teaching() {
  const sheets = grids.value.filter(({ hidden }) => !hidden);
  const [name, setName] = useState(chosen.value.worksheet ?? sheets[0]?.name ?? '');
  const [field, setField] = useState<TaughtField>('target');
  const [no, setNo] = useState(1);
  const [doubtful, setDoubtful] = useState<Pressed | null>(null);
  const [rows, setRows] = useState(rowsAtOnce);
  const grid = sheets.find((each) => each.name === name);
  const view = useMemo(() => grid && viewOf(grid), [grid]);
  const shown = useMemo(() => view?.rows.slice(0, rows) ?? [], [view, rows]);
  if (!grid || !view) return null;
  const { pressed } = lesson.value;
  const marks = marksTaught(name, pressed, taught.value);
  const what = markName(field, isNumbered(field) ? no : null);

  const take = (one: Pressed) => {
    setDoubtful(null);
    press(one);
    const done = [...pressed, one].map((each) => each.field);
    const next = (['target', 'result', 'section'] as const).find((each) => !done.includes(each));
    // The three that nearly every form has come one after the other.
    if (next && (field === 'target' || field === 'result')) {
      const named =
        next === 'section' && taught.value?.places.sections.some((each) => each.section);
      if (!named) setField(next);
    }
  };
  const onPress = (cell: string) => {
    const one = { sheet: name, cell, field, no: isNumbered(field) ? no : null };
    if (marks.has(cell) && pressed.some(isAt(one)) && marks.get(cell)?.name === what) takeOut(one);
    else if (marks.get(cell)?.name === what) takeOut(one);
    else if (!isNamed(field) && isLabel(view, cell)) setDoubtful(one);
    else take(one);
  };
  const most = Math.max(
    1,
    ...pressed.map((one) => one.no ?? 1),
    ...(taught.value?.cells.map((one) => one.no) ?? []),
  );
  return (
    <>
      <p>{t(isAmended.value ? 'sheet.teachAmend' : 'sheet.teachLead')}</p>
      <div class="s-teach">
        {sheets.length > 1 && (
          <SelectField
            id="teach-sheet"
            label={t('sheet.worksheet')}
            options={sheets.map((each) => ({ value: each.name, label: each.name }))}
            value={name}
            onChange={setName}
          />
        )}
        <SelectField
          id="teach-field"
          label={t('sheet.teachField')}
          options={taughtFields.map((each) => ({ value: each, label: nameOf(each) }))}
          value={field}
          onChange={(value) => setField(value as TaughtField)}
        />
        {isNumbered(field) && (
          <SelectField
            id="teach-no"
            label={t('sheet.teachNo')}
            options={Array.from({ length: most + 1 }, (_, index) => ({
              value: String(index + 1),
              label: String(index + 1),
            }))}
            value={String(no)}
            onChange={(value) => setNo(Number(value))}
          />
        )}
      </div>
      <p role="status" class="s-prompt">
        {t('sheet.teachPress', { field: what })}
      </p>
      {doubtful && (
        <Notice
          kind="warning"
          focused
          heading={t('sheet.labelPressed', {
            text: grid.cells.get(doubtful.cell)?.text ?? '',
            cell: doubtful.cell,
          })}
          actions={
            <>
              <Button kind="primary" onClick={() => setDoubtful(null)}>
                {t('sheet.labelOther')}
              </Button>
              <Button onClick={() => take(doubtful)}>{t('sheet.labelYes')}</Button>
            </>
          }
        >
          <p>{t('sheet.labelHelp')}</p>
        </Notice>
      )}
      <Drawn
        view={view}
        caption={t('sheet.teachPicture', { sheet: name })}
        rows={shown}
        marks={marks}
        onPress={onPress}
      />
      {view.rows.length > rows && (
        <Button kind="text" onClick={() => setRows(rows + rowsAtOnce)}>
          {t('sheet.teachMoreRows')}
        </Button>
      )}
      <Buttons>
        {canUndo.value && <Button onClick={undoPress}>{t('sheet.teachUndo')}</Button>}
        {pressed.length > 0 && (
          <Button kind="text" onClick={startOver}>
            {t('sheet.askAgain')}
          </Button>
        )}
      </Buttons>
      <TeachOutcome />
    </>
  );
}
