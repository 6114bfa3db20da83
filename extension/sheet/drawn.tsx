import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { GridView, Place } from '../../core/sheet/form/grid-view.ts';
import { columnName } from '../../core/xlsx/address.ts';
import { t } from '../../locales/t.ts';
import { type DrawnColumn, layOut } from './drawn-layout.ts';

/** What a cell was found to be. */
export interface Mark {
  /** 目標1, 実施結果2. */
  readonly name: string;
  readonly tone: 'target' | 'result' | 'other';
  /** Worked out, not pressed. */
  readonly proposed?: boolean;
}

export type Marks = ReadonlyMap<string, Mark>;

interface DrawnProps {
  view: GridView;
  caption: string;
  rows: readonly number[];
  /** By address. */
  marks: Marks;
  /** Makes a button of each cell. */
  onPress?: (address: string) => void;
}

/** Pixels for a point: as large as is easy to read, and smaller where all of it can be seen at once then. */
const scaleFor = (points: number): number => Math.min(1.2, Math.max(0.8, 880 / points));
/** What a finger, and WCAG 2.2, ask for. */
const narrowest = 26;

/** A part of a worksheet, drawn as Excel shows it: letters above, numbers beside, merged cells as one. */
export function Drawn({ view, caption, rows: wanted, marks, onPress }: DrawnProps) {
  const { columns, rows } = useMemo(() => layOut(view, wanted), [view, wanted]);
  const scale = scaleFor(columns.reduce((sum, { points }) => sum + points, 0));
  const widths = columns.map(({ points }) => Math.max(narrowest, Math.round(points * scale)));
  const width = widths.reduce((sum, each) => sum + each, 44);
  // It may be wider than the page, so the keyboard must reach it.
  const scrolls = { role: 'region', tabIndex: 0, 'aria-label': caption } as const;
  return (
    <div class="s-drawn" {...scrolls}>
      <table style={{ inlineSize: `${width}px` }} onKeyDown={onPress && moveAmong}>
        <caption>{caption}</caption>
        <colgroup>
          <col style={{ inlineSize: '44px' }} />
          {columns.map(({ first }, index) => (
            <col key={first} style={{ inlineSize: `${widths[index]}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.first} scope="col">
                {letters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }, index) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map(({ place, rows: down, columns: across }, at) => {
                const mark = marks.get(place.address);
                const isFirst = index === 0 && at === 0;
                return (
                  <td
                    key={place.address}
                    rowSpan={down}
                    colSpan={across}
                    data-mark={mark?.tone}
                    data-proposed={mark?.proposed}
                    data-filled={place.cell?.look.filled}
                    data-vertical={place.cell?.look.vertical}
                  >
                    {onPress ? (
                      <CellButton place={place} mark={mark} isFirst={isFirst} onPress={onPress} />
                    ) : (
                      <>
                        {mark && <strong class="s-mark">{mark.name}</strong>}
                        <span>{place.text}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A, or A–F. */
const letters = ({ first, last }: DrawnColumn): string =>
  first === last ? columnName(first) : `${columnName(first)}–${columnName(last)}`;

interface CellButtonProps {
  place: Place;
  mark: Mark | undefined;
  /** The one that Tab leads to; from there arrows go on. */
  isFirst: boolean;
  onPress: (address: string) => void;
}

function CellButton({ place: { address, text }, mark, isFirst, onPress }: CellButtonProps) {
  const shown = text.trim() || t('sheet.cellEmpty', { cell: address });
  return (
    <button
      type="button"
      class="s-cell"
      data-cell={address}
      tabIndex={isFirst ? 0 : -1}
      aria-label={[mark?.name, shown].filter(Boolean).join('：')}
      onClick={() => onPress(address)}
      onFocus={takeTabStop}
    >
      {mark && <strong class="s-mark">{mark.name}</strong>}
      <span>{text}</span>
    </button>
  );
}

/** One cell at a time is reached by Tab; it is the one that was looked at last. */
function takeTabStop({ currentTarget }: TargetedFocusEvent<HTMLButtonElement>): void {
  const table = currentTarget.closest('table');
  for (const other of table?.querySelectorAll<HTMLElement>('.s-cell[tabindex="0"]') ?? []) {
    other.tabIndex = -1;
  }
  currentTarget.tabIndex = 0;
}

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows go to the next cell on that side. */
function moveAmong(event: TargetedKeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('.s-cell');
  if (!step || !from) return;
  event.preventDefault();
  const [x, y] = step;
  const own = from.getBoundingClientRect();
  const all = event.currentTarget.querySelectorAll<HTMLElement>('.s-cell');
  let best: { readonly cell: HTMLElement; readonly far: number } | null = null;
  for (const cell of all) {
    const box = cell.getBoundingClientRect();
    const along = x
      ? x * (x > 0 ? box.left - own.right : box.right - own.left)
      : y * (y > 0 ? box.top - own.bottom : box.bottom - own.top);
    const beside = x
      ? Math.max(0, own.top - box.bottom, box.top - own.bottom)
      : Math.max(0, own.left - box.right, box.left - own.right);
    const off = x ? Math.abs(box.top - own.top) : Math.abs(box.left - own.left);
    if (cell === from || along < -2 || beside > 0) continue;
    const far = along * 4 + off;
    if (!best || far < best.far) best = { cell, far };
  }
  best?.cell.focus();
}
