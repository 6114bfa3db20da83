import type { CellPlace } from '../form/form.ts';
import { isWritten, type SectionPlace, type TargetPlace, textAt } from '../form/places.ts';
import { nameInBlank } from '../form/titles.ts';
import { optionalText } from '../model/cell-values.ts';
import { optionalFields, type SheetField } from '../model/fields.ts';
import { numberIn, numberLike } from '../model/number-text.ts';
import { nameKey, oneLine, parseSectionName } from '../model/section-name.ts';
import type { SheetSection, Target } from '../model/sheet.ts';
import { appended } from './append.ts';
import {
  type Draft,
  noticeAt,
  problemAt,
  put,
  textIn,
  type Whose,
  write,
  writeBelow,
} from './fill-draft.ts';
import type { Match } from './match-sections.ts';
import { sceneKey } from './scene-key.ts';
import { byScenes } from './scene-rows.ts';
import { unknownColumn } from './unknown-column.ts';

type Drafts = ReadonlyMap<string, Draft>;

/**
 * A section's targets to their places. Places beyond those listed stay, and what they hold is told
 * (`leftover`); where there are more targets than rows, rows are put in after the last. What the form
 * has no place for is put behind the result where the form says so (`append`), else told
 * (`not-in-form`). `first` is the draft of the worksheet that takes what belongs to none.
 * Problems: `column-unclear` (param `field`) where 具体的な取組 may have a column that nobody understood;
 * `section-twice`, `row-hidden`, `rows-short` (params `rows`, `needed`), `no-column` and
 * `cell-shared` (param `field`), and those of `put`.
 */
export function fillSection(drafts: Drafts, first: Draft, match: Match): void {
  const { section } = match;
  const { targets } = section;
  const place = byScenes(first.places, match.place, section);
  const draftOf = (at: { readonly sheet: string } | undefined) =>
    drafts.get(at?.sheet ?? '') ?? first;
  if (place.copied && targets.length > 0) {
    problemAt(first, 'section-twice', null, { section: section.section });
    return;
  }
  nameSection(drafts, place, section);
  tellLeftover(draftOf, place, section);
  const needed = Math.max(0, ...targets.map(({ no }) => no));
  const rows = place.targets.length;
  const last = place.targets.at(-1);
  if (needed > rows) {
    const draft = draftOf(last);
    // A form that somebody has taught or handed out says itself how many it takes.
    const takesFewer = place.fixed && draft.places.form.made !== 'recognized';
    if (!takesFewer && !makeRoom(draft, place, needed - rows)) {
      problemAt(draft, 'rows-short', last?.cells.target?.cell ?? null, {
        section: section.section,
        rows,
        needed,
      });
      return;
    }
  }
  for (const target of targets) {
    const row = place.targets[target.no - 1];
    if (row) fillRow(draftOf, place, row, section, target);
    else if (last && !place.fixed) addRow(draftOf(last), place, last, section, target, rows);
    else tellNotInForm(draftOf(last), section, target, 'target');
  }
}

type DraftOf = (at: { readonly sheet: string } | undefined) => Draft;

function tellLeftover(
  draftOf: DraftOf,
  place: SectionPlace,
  { section, targets }: SheetSection,
): void {
  const wanted = new Set(targets.map(({ no }) => no));
  place.targets.forEach((row, index) => {
    const draft = draftOf(row);
    const holds = [row.cells.target, row.cells.result].some(
      (place) => place !== undefined && isWritten(draft.places, place),
    );
    if (!wanted.has(index + 1) && holds && !row.hidden) {
      noticeAt(draft, 'leftover', row.cells.target?.cell ?? null, { section, no: index + 1 });
    }
  });
}

const tellNotInForm = (
  draft: Draft,
  { section }: SheetSection,
  { no }: Target,
  field: SheetField,
): unknown => noticeAt(draft, 'not-in-form', null, { section, no, field });

/** A place that waits for a name takes it; the division goes along where it can be read again. */
function nameSection(drafts: Drafts, place: SectionPlace, section: SheetSection): void {
  const both = `${section.division}\n${section.section}`;
  const apart = place.divisionCell !== null;
  const readable = parseSectionName(both);
  const whole =
    section.division &&
    !apart &&
    readable.division === section.division &&
    nameKey(readable.section) === nameKey(section.section);
  const whose = (field: 'division' | 'section'): Whose => ({ section, no: null, field });
  const at = (cell: CellPlace, act: (draft: Draft, cell: string) => void) => {
    const draft = drafts.get(cell.sheet);
    if (draft) act(draft, cell.cell);
  };
  if (section.division && place.divisionCell) {
    const { division } = section;
    at(place.divisionCell, (draft, cell) => put(draft, whose('division'), cell, division));
  }
  for (const each of place.nameCells) {
    at(each, (draft, cell) => {
      const now = textAt(draft.places, each);
      // Not by `put`, which would take the two lines for paragraphs.
      const name = now.trim() ? nameInBlank(now, section.section) : whole ? both : section.section;
      write(draft, whose('section'), cell, name);
    });
  }
}

/** Whether rows can be put in after the last: it is one row in sight, with numbers of its own, and no blank row follows. */
function makeRoom(draft: Draft, { targets, numbers, fixed }: SectionPlace, count: number): boolean {
  const last = targets.at(-1);
  if (fixed || !last || last.top !== last.bottom || last.hidden || last.orphanBelow) return false;
  if (numbers === 'through') return false;
  draft.added.set(last.bottom, count);
  return true;
}

function fillRow(
  draftOf: DraftOf,
  place: SectionPlace,
  row: TargetPlace,
  section: SheetSection,
  target: Target,
): void {
  const draft = draftOf(row);
  const texts = textsOf(draft, row.cells, section, target);
  if (row.hidden) {
    if (texts.size > 0) problemAt(draft, 'row-hidden', row.cells.target?.cell ?? null);
    return;
  }
  const whose = (field: SheetField): Whose => ({ section, no: target.no, field });
  const heading = target.measures && !row.cells.measures && unknownColumn(draft.places, row);
  if (heading) {
    const cell = row.cells.target?.cell ?? null;
    problemAt(draft, 'column-unclear', cell, { field: 'measures', heading });
    return;
  }
  for (const [field, text] of texts) {
    const place = row.cells[field];
    if (place) put(draftOf(place), whose(field), place.cell, text);
    else if (text !== null) tellLacking(draft, section, target, field);
  }
  fillNumber(draft, whose('no'), row, target);
  fillScene(draft, whose('scene'), place, row, target);
}

/** A text that has no cell of its own: of a target or result a problem, of anything else told. */
function tellLacking(draft: Draft, section: SheetSection, target: Target, field: SheetField): void {
  if (field !== 'target' && field !== 'result')
    return void tellNotInForm(draft, section, target, field);
  const code = draft.places.fields.has(field) ? 'cell-shared' : 'no-column';
  problemAt(draft, code, null, { field, no: target.no });
}

/**
 * What is to be written of a target: its texts, and of the optional keys those with a place. 具体的な取組
 * follow the target as further paragraphs where they have no place; what else has none goes behind the
 * result, or is told.
 */
function textsOf(
  draft: Draft,
  cells: TargetPlace['cells'],
  section: SheetSection,
  target: Target,
): Map<SheetField, string | null> {
  const { fields, form } = draft.places;
  const texts = new Map<SheetField, string | null>();
  const { measures } = target;
  const apart = fields.has('measures');
  if (target.target !== undefined || (!apart && measures)) {
    const both = [target.target, apart ? null : measures].filter(Boolean).join('\n');
    texts.set('target', both || null);
  }
  if (apart && measures !== undefined) texts.set('measures', measures);
  // What is asked for beside the result comes after it.
  if (target.result !== undefined) texts.set('result', target.result);
  const missing: SheetField[] = [];
  for (const field of optionalFields) {
    const text = optionalText(target, field);
    if (text === undefined) continue;
    if (fields.has(field)) texts.set(field, text);
    else if (text !== null) missing.push(field);
  }
  if (target.result !== undefined) {
    texts.set('result', appended(target, missing, form.append) ?? null);
  }
  for (const field of missing) {
    if (!form.append.includes(field) || !target.result)
      tellNotInForm(draft, section, target, field);
  }
  if (target.scene && !cells.scene && !cells.noScene && !fields.has('scene')) {
    tellNotInForm(draft, section, target, 'scene');
  }
  return texts;
}

/** Where the template leaves the numbers open they are set, in a row that holds a target. */
function fillNumber(draft: Draft, whose: Whose, row: TargetPlace, target: Target): void {
  const cell = row.cells.no?.cell;
  if (cell === undefined || !target.target || textIn(draft, cell).trim()) return;
  // Numbers that are computed will be there once Excel has computed them.
  if (!draft.view.grid.cells.get(cell)?.formula) write(draft, whose, cell, String(target.no));
}

/** A scene goes beside the number or into its own column; one that is not given changes nothing, for none is invented. */
function fillScene(
  draft: Draft,
  whose: Whose,
  place: SectionPlace,
  row: TargetPlace,
  { no, scene }: Target,
): void {
  const wanted = scene && oneLine(scene);
  if (!wanted) return;
  const own = row.cells.scene?.cell;
  if (own !== undefined) {
    if (!sameScene(textIn(draft, own), wanted)) put(draft, whose, own, wanted);
    return;
  }
  const cell = row.cells.noScene?.cell;
  if (cell === undefined || draft.places.fields.has('scene')) return;
  const now = textIn(draft, cell);
  const number = numberIn(now);
  if (!now.trim()) write(draft, whose, cell, `${numberLike(firstNumber, no)}${wanted}`);
  else if (place.numbers === 'other' || !number) {
    if (!sameScene(now, wanted)) put(draft, whose, cell, wanted);
  } else if (!sameScene(number.rest, wanted)) {
    if (number.rest && !draft.replace) problemAt(draft, 'cell-not-empty', cell);
    else write(draft, whose, cell, numberLike(number, number.number) + wanted);
  }
}

const firstNumber = { number: 1, before: '', digits: '①', after: '', rest: '' };

const sameScene = (one: string, other: string): boolean => sceneKey(one) === sceneKey(other);

/** A target in a row that is put in; it looks like the one above, and its number counts on. */
function addRow(
  draft: Draft,
  place: SectionPlace,
  last: TargetPlace,
  section: SheetSection,
  target: Target,
  rows: number,
): void {
  const { cells } = last;
  const added = target.no - rows;
  const whose = (field: SheetField): Whose => ({ section, no: target.no, field });
  for (const [field, text] of textsOf(draft, cells, section, target)) {
    const place = cells[field];
    if (place) writeBelow(draft, whose(field), place.cell, added, text);
    else if (text !== null) tellLacking(draft, section, target, field);
  }
  const scene = target.scene ? oneLine(target.scene) : '';
  const number = numberIn(textIn(draft, (cells.no ?? cells.noScene)?.cell ?? '')) ?? firstNumber;
  const counted = numberLike(number, target.no);
  const isComputed = cells.no && draft.view.grid.cells.get(cells.no.cell)?.formula;
  if (cells.no && !isComputed) writeBelow(draft, whose('no'), cells.no.cell, added, counted);
  if (cells.scene) writeBelow(draft, whose('scene'), cells.scene.cell, added, scene);
  else if (cells.noScene) {
    const text = (place.numbers === 'other' ? '' : counted) + scene;
    writeBelow(draft, whose('noScene'), cells.noScene.cell, added, text);
  }
}
