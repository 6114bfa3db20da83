import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { planFill } from '../../../core/sheet/fill/fill.ts';
import { readSheet } from '../../../core/sheet/fill/read-sheet.ts';
import { placeForm } from '../../../core/sheet/form/place.ts';
import type { Places } from '../../../core/sheet/form/places.ts';
import { located } from '../../../core/sheet/form/recognize.ts';
import { plainText } from '../../../core/sheet/model/cell-text.ts';
import type { Sheet, Target } from '../../../core/sheet/model/sheet.ts';
import { gridsOf } from '../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../core/xlsx/read/workbook.ts';
import { writableText } from '../../../core/xlsx/writable-text.ts';
import { applyPlans } from '../../../core/xlsx/write/apply-plans.ts';
import { texts } from './texts.ts';

vi.setConfig({ testTimeout: 300_000 });

/** read(fill(S)) = S for cards, worksheets of one target, pairs of tables: what others drew, and hostile texts in it. */

const fields = ['target', 'measures', 'result', 'countermeasure'] as const;
const forms = globSync('test/fixtures/forms/{21,48,55,56,57,58,77,84}-*.xlsx').sort();

const said = (text: string | null | undefined) => text && plainText(writableText(text).text);

/** What a sheet says of the fields that a form has. */
const essence = (sheet: Sheet, places: Places) =>
  sheet.sections
    .flatMap(({ targets }) => targets)
    .map((target) =>
      fields.map((field) => (places.fields.has(field) ? (said(target[field]) ?? null) : null)),
    );

test.each(forms.map((path) => [basename(path), path]))('%s', (_, path) => {
  const opened = openWorkbook(new Uint8Array(readFileSync(path)));
  const places = opened.ok ? located(gridsOf(opened.value)) : opened;
  if (!opened.ok || !places.ok) throw new Error(path);
  const count = places.value.sections[0]?.targets.length ?? 0;
  // Where they have no place they would follow the target.
  const apart = places.value.fields.has('measures');
  const target = (no: number): fc.Arbitrary<Target> =>
    fc.record({
      no: fc.constant(no),
      target: texts,
      measures: apart ? texts : fc.constant(null),
      result: texts,
      countermeasure: texts,
    });
  const sheets = fc.tuple(...Array.from({ length: count }, (_, index) => target(index + 1))).map(
    (targets): Sheet => ({
      fiscalYear: null,
      ward: null,
      policies: [],
      sections: [{ division: null, section: '住民課', targets }],
    }),
  );
  let filled = 0;
  let known = 0;
  fc.assert(
    fc.property(sheets, (sheet) => {
      const plan = planFill(places.value, sheet);
      if (!plan.ok) return;
      const written = applyPlans(opened.value, plan.value.plans);
      const after = written.ok ? openWorkbook(written.value.bytes) : written;
      if (!after.ok) throw new Error(JSON.stringify(after.problems));
      filled += 1;
      // By the form that it was filled by every text is read again, whatever it says.
      const kept = placeForm(places.value.form, gridsOf(after.value));
      const read = kept.ok ? readSheet(kept.value) : kept;
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(essence(read.value, places.value)).toEqual(essence(sheet, places.value));
      // A stranger's eye sees the same, or asks.
      const again = located(gridsOf(after.value));
      const other = again.ok ? readSheet(again.value) : again;
      if (!again.ok || !other.ok) return;
      known += 1;
      expect(essence(other.value, again.value)).toEqual(essence(sheet, again.value));
    }),
    { numRuns: 60 },
  );
  expect(filled).toBeGreaterThan(20);
  expect(known).toBeGreaterThan(filled * 0.7);
});
