import { plainText } from './cell-text.ts';
import { optionalText } from './cell-values.ts';
import type { sheetFields } from './fields.ts';
import { type Draft, noticeAt, problemAt, put, textIn, write, writeBelow } from './fill-draft.ts';
import type { Match } from './match-sections.ts';
import { numberIn, numberLike } from './number-text.ts';
import { nameKey, oneLine, parseSectionName } from './section-name.ts';
import type { Target } from './sheet.ts';
import type { SectionPlace, TargetPlace } from './template-map.ts';

/**
 * A section's targets to its rows. Rows beyond those listed stay, and what they hold is told
 * (`leftover`); where there are more targets than rows, rows are put in after the last.
 * Problems: `section-twice`, `row-hidden`, `rows-short` (params `rows`, `needed`), `no-column` and
 * `cell-shared` (param `field`), and those of `put`.
 */
export function fillSection(draft: Draft, { section, place }: Match): void {
  const { targets } = section;
  if (place.copied && targets.length > 0) {
    problemAt(draft, 'section-twice', null, { section: section.section });
    return;
  }
  nameSection(draft, place, section);
  const wanted = new Set(targets.map(({ no }) => no));
  place.targets.forEach((row, index) => {
    const cell = row.cells.target ?? null;
    const holds = [row.cells.target, row.cells.result].some(
      (each) => each !== undefined && plainText(textIn(draft, each)) !== null,
    );
    if (!wanted.has(index + 1) && holds && !row.hidden) {
      noticeAt(draft, 'leftover', cell, { section: section.section, no: index + 1 });
    }
  });
  const needed = Math.max(0, ...wanted);
  const rows = place.targets.length;
  if (needed > rows && !makeRoom(draft, place, needed - rows)) {
    const last = place.targets.at(-1)?.cells.target ?? null;
    problemAt(draft, 'rows-short', last, { section: section.section, rows, needed });
    return;
  }
  for (const target of targets) {
    const row = place.targets[target.no - 1];
    if (row) fillRow(draft, place, row, target);
    else addRow(draft, place, target, target.no - rows);
  }
}

/** A place that waits for a name takes it; the division goes along where it can be read again. */
function nameSection(draft: Draft, place: SectionPlace, { division, section }: Match['section']) {
  if (!place.nameCell) return;
  const both = `${division}\n${section}`;
  const apart = place.divisionCell !== null;
  const readable = parseSectionName(both);
  const whole = division && !apart && readable.division === division;
  if (division && place.divisionCell) put(draft, place.divisionCell, division);
  // Not by `put`, which would take the two lines for paragraphs.
  write(
    draft,
    place.nameCell,
    whole && nameKey(readable.section) === nameKey(section) ? both : section,
  );
}

/** Whether rows can be put in after the last: it is one row in sight, with numbers of its own, and no blank row follows. */
function makeRoom(draft: Draft, { targets, numbers }: SectionPlace, count: number): boolean {
  const last = targets.at(-1);
  if (!last || last.top !== last.bottom || last.hidden || last.orphanBelow) return false;
  if (numbers === 'through') return false;
  draft.added.set(last.bottom, count);
  return true;
}

function fillRow(draft: Draft, place: SectionPlace, row: TargetPlace, target: Target): void {
  const texts = textsOf(draft, target);
  if (row.hidden) {
    if (texts.size > 0) problemAt(draft, 'row-hidden', row.cells.target ?? null);
    return;
  }
  for (const [field, text] of texts) {
    const cell = row.cells[field];
    if (cell !== undefined) put(draft, cell, text);
    else if (text !== null) problemAt(draft, lacks(draft, field), null, { field, no: target.no });
  }
  fillNumber(draft, row, target);
  fillScene(draft, place, row, target);
}

type TextField = (typeof sheetFields)[number];

const lacks = ({ map }: Draft, field: TextField) =>
  map.fields.has(field) ? ('cell-shared' as const) : ('no-column' as const);

/** What is to be written of a target: its texts, and of the optional keys those with a column. */
function textsOf({ map }: Draft, target: Target): Map<TextField, string | null> {
  const texts = new Map<TextField, string | null>();
  if (target.target !== undefined) texts.set('target', target.target);
  if (target.result !== undefined) texts.set('result', target.result);
  for (const field of map.fields) {
    const text = optionalText(target, field);
    if (text !== undefined) texts.set(field, text);
  }
  return texts;
}

/** Where the template leaves the numbers open they are set, in a row that holds a target. */
function fillNumber(draft: Draft, row: TargetPlace, target: Target): void {
  const cell = row.cells.no;
  if (cell !== undefined && target.target && !textIn(draft, cell).trim()) {
    write(draft, cell, String(target.no));
  }
}

/** A scene goes beside the number or into its own column; one that is not given changes nothing (D49). */
function fillScene(
  draft: Draft,
  place: SectionPlace,
  row: TargetPlace,
  { no, scene }: Target,
): void {
  const wanted = scene && oneLine(scene);
  if (!wanted) return;
  const own = row.cells.scene;
  if (own !== undefined) {
    if (!sameScene(textIn(draft, own), wanted)) put(draft, own, wanted);
    return;
  }
  const cell = row.cells.noScene;
  if (cell === undefined || draft.map.fields.has('scene')) return;
  const now = textIn(draft, cell);
  const number = numberIn(now);
  if (!now.trim()) write(draft, cell, `${numberLike(firstNumber, no)}${wanted}`);
  else if (place.numbers === 'other' || !number) {
    if (!sameScene(now, wanted)) put(draft, cell, wanted);
  } else if (!sameScene(number.rest, wanted)) {
    if (number.rest && !draft.replace) problemAt(draft, 'cell-not-empty', cell);
    else write(draft, cell, numberLike(number, number.number) + wanted);
  }
}

const firstNumber = { number: 1, before: '', digits: '①', after: '', rest: '' };

/** ②応対 and 応対 are one scene. */
const sameScene = (one: string, other: string): boolean => sceneKey(one) === sceneKey(other);
const sceneKey = (text: string) => oneLine(text.replace(/^[\s\u3000]*[①-⑧]/, '')).normalize('NFKC');

/** A target in a row that is put in; it looks like the one above, and its number counts on. */
function addRow(draft: Draft, place: SectionPlace, target: Target, added: number): void {
  const last = place.targets.at(-1);
  if (!last) return;
  const { cells } = last;
  for (const [field, text] of textsOf(draft, target)) {
    const cell = cells[field];
    if (cell !== undefined) writeBelow(draft, cell, added, text);
    else if (text !== null) problemAt(draft, lacks(draft, field), null, { field, no: target.no });
  }
  const scene = target.scene ? oneLine(target.scene) : '';
  const number = numberIn(textIn(draft, cells.no ?? cells.noScene ?? '')) ?? firstNumber;
  const counted = numberLike(number, target.no);
  if (cells.no !== undefined) writeBelow(draft, cells.no, added, counted);
  if (cells.scene !== undefined) writeBelow(draft, cells.scene, added, scene);
  else if (cells.noScene !== undefined) {
    writeBelow(draft, cells.noScene, added, (place.numbers === 'other' ? '' : counted) + scene);
  }
}
