import type { CellPlace } from '../../core/sheet/form/form.ts';
import type { Places, SectionPlace } from '../../core/sheet/form/places.ts';
import type { Pressed } from '../../core/sheet/form/pressed.ts';
import type { Taught } from '../../core/sheet/form/teach.ts';
import type { SheetField } from '../../core/sheet/model/fields.ts';
import { isKey, t } from '../../locales/t.ts';
import { policyMark } from '../../ui/sheet/policies.tsx';
import type { Mark, Marks } from './drawn.tsx';

/** What is drawn in the cells of a worksheet: which field each is, and of which target. */

const toneOf = (field: string): Mark['tone'] =>
  field === 'target' || field === 'measures'
    ? 'target'
    : field === 'result' || field === 'midResult'
      ? 'result'
      : 'other';

/** 目標1, 実施結果2, 部署名. */
export function markName(field: Pressed['field'], no: number | null): string {
  if (field === 'policy' && no !== null) return t('sheet.policyNo', { mark: policyMark(no - 1) });
  if (field === 'targetPolicy') return t('place.targetPolicy');
  const key = field === 'year' ? 'sheet.year' : `place.${field}`;
  // Beside a number stands the scene: that is what is written there.
  const name = field === 'noScene' ? t('place.scene') : isKey(key) ? t(key) : field;
  return no === null ? name : `${name}${no}`;
}

const mark = (field: Pressed['field'], no: number | null, proposed = false): Mark => ({
  name: markName(field, no),
  tone: toneOf(field),
  proposed,
});

/** What a form itself tells, and nobody writes. */
const told: readonly SheetField[] = ['division', 'section', 'no'];

/** The places of some sections of a form in one worksheet. */
export function marksOf(
  sheet: string,
  { policies }: Places,
  sections: readonly SectionPlace[],
): Marks {
  const marks = new Map<string, Mark>();
  const put = (place: CellPlace | null | undefined, one: Mark) => {
    if (place?.sheet === sheet && !marks.has(place.cell)) marks.set(place.cell, one);
  };
  for (const { targets, nameCells, divisionCell } of sections) {
    targets.forEach(({ cells, hidden }, index) => {
      if (hidden) return;
      for (const [field, place] of Object.entries(cells) as [SheetField, CellPlace][]) {
        if (!told.includes(field)) put(place, mark(field, index + 1));
      }
    });
    for (const cell of nameCells) put(cell, mark('section', null));
    put(divisionCell, mark('division', null));
  }
  policies
    .filter((slot) => slot.sheet === sheet)
    .forEach((slot, index) => {
      const one = mark('policy', index + 1);
      const before = marks.get(slot.cell);
      marks.set(slot.cell, before ? { ...before, name: before.name + policyMark(index) } : one);
    });
  return marks;
}

/** What was pressed and what is proposed. */
export function marksTaught(
  sheet: string,
  pressed: readonly Pressed[],
  taught: Taught | null,
): Marks {
  const marks = new Map<string, Mark>();
  for (const cell of taught?.cells ?? []) {
    if (cell.sheet !== sheet) continue;
    marks.set(cell.cell, mark(cell.field, cell.no, cell.proposed));
  }
  for (const one of pressed) {
    if (one.sheet === sheet) marks.set(one.cell, mark(one.field, one.no));
  }
  return marks;
}
