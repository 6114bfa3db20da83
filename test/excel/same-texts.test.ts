import { describe, expect, test } from 'vitest';
import { planFill } from '../../core/sheet/fill/fill.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import { toWrite } from '../../core/sheet/session/to-write.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { applyPlans } from '../../core/xlsx/write/apply-plans.ts';
import { bytesOf, filled, fresh, paneFills } from './pane-fills.ts';
import { type Scenario, scenarios } from './scenarios.ts';

// The pane writes in Excel, the extension's page into the file: the texts are the same, to the byte.

/** As `extension/sheet` does it: the file's bytes, changed. */
function byPage(scenario: Scenario): readonly Grid[] {
  const workbook = openWorkbook(bytesOf(scenario));
  if (!workbook.ok) throw new Error('not opened');
  const grids = gridsOf(workbook.value);
  const found = located(grids);
  if (!found.ok) throw new Error('not a template');
  const begun = fresh(grids, scenario);
  const sheet = {
    ...begun,
    policies: scenario.policies ?? begun.policies,
    sections: begun.sections.map(filled(scenario)),
  };
  const plan = planFill(found.value, toWrite(found.value, sheet), { replace: true });
  const done = plan.ok ? applyPlans(workbook.value, plan.value.plans) : plan;
  const again = done.ok ? openWorkbook(done.value.bytes) : done;
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  return gridsOf(again.value);
}

async function byPane(scenario: Scenario): Promise<readonly Grid[]> {
  const again = openWorkbook(await paneFills(scenario));
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  return gridsOf(again.value);
}

const texts = (grids: readonly Grid[]) =>
  grids.map(({ name, cells }) => [
    name,
    Object.fromEntries(
      [...cells]
        .filter(([, { text, formula }]) => text !== '' && !formula)
        .map(([at, { text }]) => [at, text]),
    ),
  ]);

describe('the same texts in the pane and on the page', () => {
  test.each(scenarios)('$title', async (scenario) => {
    const page = byPage(scenario);
    const pane = await byPane(scenario);
    expect(texts(pane)).toEqual(texts(page));
    expect(pane.map(({ merges }) => merges.length)).toEqual(
      page.map(({ merges }) => merges.length),
    );
  });
});
