import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CellPlace } from '../../core/sheet/form/form.ts';
import { taughtOfTargets, taughtOnce } from '../../core/sheet/form/pressed.ts';
import type { TaughtCell } from '../../core/sheet/form/teach.ts';
import { isKey, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { goTo, readSelection } from '../excel/go-to.ts';
import { idOf, reading, selected } from './current-worksheet.ts';
import { FormPicture } from './form-picture.tsx';
import { Frame } from './frame.tsx';
import { keepForm } from './kept-forms.ts';
import {
  canUndo,
  doubted,
  lesson,
  type Meaning,
  meaning,
  press,
  startLesson,
  takeOut,
  taught,
  undoPress,
} from './teaching.ts';
import { go } from './view.ts';

const main: readonly Meaning[] = [
  { field: 'target', no: 1 },
  { field: 'result', no: 1 },
  { field: 'section', no: null },
];

const policySlots = [1, 2, 3, 4];
const isMain = ({ field, no }: Meaning): boolean =>
  main.some((one) => one.field === field && one.no === no);

/** Of target 1 all, of target 2 what tells how targets repeat. */
const more: readonly Meaning[] = [
  ...taughtOfTargets.map((field): Meaning => ({ field, no: 1 })),
  { field: 'target' as const, no: 2 },
  { field: 'result' as const, no: 2 },
  ...taughtOnce.map((field): Meaning => ({ field, no: null })),
  ...policySlots.map((no): Meaning => ({ field: 'policy', no })),
].filter((one) => !isMain(one));

/** A form is taught: a field is named here, and its cell selected in Excel; the others are proposed. */
export function FormView() {
  useEffect(startLesson, []);
  // Whatever is selected while a field is asked for is its cell.
  useEffect(
    () =>
      selected.subscribe((now) => {
        if (now) press(now);
      }),
    [],
  );
  const { value: now } = taught;
  const keep = () => {
    if (!now) return;
    const title = titleNow();
    keepForm({ ...now.form, id: crypto.randomUUID(), title });
    go('sheet');
  };
  return (
    <Frame
      title={t('pane.teachTitle')}
      footer={
        now && (
          <Buttons>
            <Button kind="primary" onClick={keep}>
              {t('pane.keepForm')}
            </Button>
          </Buttons>
        )
      }
    >
      <p>{t('pane.teachHelp')}</p>
      <Meanings of={main} />
      <Disclosure summary={t('pane.moreFields')}>
        <Meanings of={more} />
      </Disclosure>
      <InView key={doubted.value?.cell ?? meaning.value?.field}>
        {doubted.value ? <Doubted place={doubted.value} /> : <Asked />}
      </InView>
      {lesson.value.pressed.length > 0 && !now && (
        <Notice kind="info" live="status" heading={t('pane.notEnough')}>
          <p>{t('pane.notEnoughHelp')}</p>
        </Notice>
      )}
      {canUndo.value && (
        <Buttons>
          <Button onClick={undoPress}>{t('pane.undoPress')}</Button>
        </Buttons>
      )}
      {now && (
        <>
          <h2>{t('pane.taughtCells', { count: now.cells.length })}</h2>
          {now.warnings.length > 0 && (
            <Notice kind="warning" live="status" heading={t('pane.taughtWarnings')}>
              <SheetProblems problems={now.warnings} />
            </Notice>
          )}
          <FormPicture places={now.places} label={t('pane.taughtPicture')} />
          <ul class="p-taught">
            {now.cells.map((cell) => (
              <TaughtPlace key={`${cell.sheet} ${cell.cell} ${cell.field}`} cell={cell} />
            ))}
          </ul>
        </>
      )}
    </Frame>
  );
}

/** Where the pane is low, what is asked comes up from below. */
function InView({ children }: { children: ComponentChildren }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), []);
  return <div ref={shown}>{children}</div>;
}

function Meanings({ of }: { of: readonly Meaning[] }) {
  const { value: meant } = meaning;
  return (
    <div class="p-fields">
      {of.map((one) => (
        <Button
          key={`${one.field} ${one.no}`}
          aria-pressed={meant?.field === one.field && meant.no === one.no}
          onClick={() => {
            doubted.value = null;
            meaning.value = one;
          }}
        >
          {nameOf(one)}
        </Button>
      ))}
    </div>
  );
}

/** What is to be selected now; where Excel does not tell of selections, a press fetches it. */
function Asked() {
  const { value: meant } = meaning;
  if (!meant) return null;
  const fetch = async () => {
    const found = await readSelection();
    if (found.ok) press(found.value);
  };
  return (
    <Notice
      kind="info"
      live="status"
      heading={t('pane.selectCell', { field: nameOf(meant) })}
      actions={<Button onClick={() => void fetch()}>{t('pane.takeSelected')}</Button>}
    >
      <p>{t('pane.selectCellHelp')}</p>
    </Notice>
  );
}

function Doubted({ place }: { place: CellPlace }) {
  const text = reading.value?.grid.cells.get(place.cell)?.text ?? '';
  return (
    <Notice
      kind="warning"
      live="alert"
      heading={t('pane.isLabel', { cell: place.cell, text })}
      actions={
        <>
          <Button onClick={() => press(place, true)}>{t('pane.takeLabel')}</Button>
          <Button
            onClick={() => {
              doubted.value = null;
            }}
          >
            {t('pane.otherCell')}
          </Button>
        </>
      }
    >
      <p>{t('pane.isLabelHelp')}</p>
    </Notice>
  );
}

function TaughtPlace({ cell }: { cell: TaughtCell }) {
  const name = nameOf(cell);
  return (
    <li data-field={cell.field}>
      <span>
        <b class="p-swatch" aria-hidden="true">
          {cell.no}
        </b>
        {[cell.section, name].filter(Boolean).join('　')}
        {cell.proposed && <em>{t('pane.proposed')}</em>}
      </span>
      <Button kind="text" onClick={() => void goTo(idOf(cell.sheet), cell.cell)}>
        {cell.cell}
      </Button>
      <Button
        kind="text"
        aria-label={t('pane.takeOutOf', { field: name, cell: cell.cell })}
        onClick={() => takeOut(cell)}
      >
        {t('pane.takeOut')}
      </Button>
    </li>
  );
}

/** 目標1の実施結果の欄 */
function nameOf({ field, no }: Meaning): string {
  if (field === 'targetPolicy') return t('pane.fieldAlone', { field: t('place.targetPolicy') });
  const key = field === 'year' ? 'sheet.year' : `place.${field}`;
  const name = isKey(key) ? t(key) : field;
  if (no === null) return t('pane.fieldAlone', { field: name });
  if (field === 'policy') return t('pane.fieldAlone', { field: `${name}${no}` });
  return t('pane.fieldOf', { no, field: name });
}

/** The first words of the worksheet: most begin with their title. */
function titleNow(): string {
  const texts = [...(reading.value?.grid.cells.values() ?? [])].map(({ text }) => text.trim());
  return (texts.find((text) => text !== '') ?? '').slice(0, 60);
}
