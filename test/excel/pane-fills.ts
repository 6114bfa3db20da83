import { readFileSync } from 'node:fs';
import { readSheet } from '../../core/sheet/fill/read-sheet.ts';
import { located } from '../../core/sheet/form/recognize.ts';
import type { Sheet, SheetSection } from '../../core/sheet/model/sheet.ts';
import { targetsIn } from '../../core/sheet/session/waiting-targets.ts';
import type { Grid } from '../../core/xlsx/grid.ts';
import { places, readAgain } from '../../office-addin/taskpane/current-worksheet.ts';
import { begin, changePolicy, changeSection } from '../../office-addin/taskpane/session.ts';
import { write } from '../../office-addin/taskpane/write.ts';
import { outcome } from '../../office-addin/taskpane/write-outcome.ts';
import { installClient } from './host/client.ts';
import { createHost } from './host/host.ts';
import { openXlsx } from './host/open-xlsx.ts';
import { saveXlsx } from './host/save-xlsx.ts';
import type { Scenario } from './scenarios.ts';

export const bytesOf = ({ template }: Scenario) => new Uint8Array(readFileSync(template));

/** What a chief begins with: the section as the workbook has it. */
export function fresh(grids: readonly Grid[], { section }: Scenario): Sheet {
  const found = located(grids);
  const says = found.ok ? readSheet(found.value) : found;
  if (!found.ok || !says.ok) throw new Error('not a template');
  const { sections } = found.value;
  const place =
    sections.find((each) => each.section === section) ?? sections.find((each) => !each.section);
  if (!place) throw new Error('no such section');
  return {
    ...says.value,
    fiscalYear: says.value.fiscalYear ?? 2026,
    sections: [{ division: place.division, section, targets: targetsIn(says.value, place) }],
  };
}

/** The section as the chief leaves it. */
export const filled =
  ({ targets }: Scenario) =>
  (section: SheetSection): SheetSection => {
    const numbers = new Set([...section.targets, ...targets].map(({ no }) => no));
    return {
      ...section,
      targets: [...numbers].map((no) => ({
        ...(section.targets.find((each) => each.no === no) ?? { no, target: null, result: null }),
        ...targets.find((each) => each.no === no),
      })),
    };
  };

/** The workbook that comes of it when the pane writes in Excel, by Microsoft's client, and Excel saves it. */
export async function paneFills(scenario: Scenario): Promise<Uint8Array> {
  const host = createHost(openXlsx(bytesOf(scenario)));
  Object.assign(globalThis, { Excel: installClient(host).Excel });
  await readAgain();
  const { value: found } = places;
  if (!found) throw new Error('not read');
  const grids = [...found.views.values()].map(({ grid }) => grid);
  await begin(found, fresh(grids, scenario));
  changeSection(filled(scenario));
  for (const [slot, text] of (scenario.policies ?? []).entries()) changePolicy(slot, text);
  await write();
  if (outcome.value?.kind !== 'written') throw new Error(JSON.stringify(outcome.value));
  return saveXlsx(host.workbook);
}
