import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Finding, findingsOf } from '../../core/sheet/fill/findings.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { recognize } from '../../core/sheet/form/recognize.ts';
import { address, parseAddress } from '../../core/xlsx/address.ts';
import { edge, type Grid } from '../../core/xlsx/grid.ts';
import { gridsOf } from '../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import { readSheets } from '../../office-addin/excel/read-sheet.ts';
import { installClient } from './host/client.ts';
import { createHost } from './host/host.ts';
import { openXlsx } from './host/open-xlsx.ts';

// The page reads a file's bytes, the pane asks Excel: both must see the same form in it.

const folders = ['templates', 'test/fixtures/templates', 'test/fixtures/forms'];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => `${folder}/${name}`),
);

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));

function byPage(file: string): readonly Grid[] {
  const workbook = openWorkbook(bytesOf(file));
  if (!workbook.ok) throw new Error(workbook.problems[0]?.code);
  return gridsOf(workbook.value);
}

async function byPane(file: string): Promise<readonly Grid[]> {
  const host = createHost(openXlsx(bytesOf(file)));
  Object.assign(globalThis, { Excel: installClient(host).Excel });
  const names = host.workbook.sheets.filter(({ kind }) => kind === 'worksheet');
  const read = await readSheets(names.map(({ name }) => name));
  if (!read.ok) throw new Error(read.error.code);
  return read.value.map(({ grid }) => grid);
}

/** All that filling works from, without the cells themselves. */
const essence = ({ views, fields, ...places }: Places) => ({
  ...places,
  views: [...views.keys()],
  fields: [...fields].sort(),
  findings: told(findingsOf({ views, fields, ...places }, {})),
});

/** Excel does not tell rules apart that say the same. */
const told = (findings: readonly Finding[]) =>
  findings
    .flatMap(({ code, params, cells }) =>
      cells.map(({ sheet, cell }) => JSON.stringify([code, params, sheet, cell])),
    )
    .sort();

function seen(grids: readonly Grid[]) {
  const found = recognize(grids, {});
  return found.kind === 'sure'
    ? { kind: found.kind, places: essence(found.places) }
    : { ...found, readings: found.readings.map(essence) };
}

/** Excel may tell a line of both cells that it lies between, whichever drew it. */
const withNeighboursLines = (grid: Grid): Grid => ({
  ...grid,
  cells: new Map(
    [...grid.cells].map(([at, cell]) => {
      const { row = 1, column = 1 } = parseAddress(at) ?? {};
      const has = (line: number, down: number, across: number) => {
        const [r, c] = [row + down, column + across];
        const other = r > 0 && c > 0 ? grid.cells.get(address(r, c)) : undefined;
        return ((other?.look.edges ?? 0) & line) > 0;
      };
      const edges =
        cell.look.edges |
        (has(edge.right, 0, -1) ? edge.left : 0) |
        (has(edge.left, 0, 1) ? edge.right : 0) |
        (has(edge.bottom, -1, 0) ? edge.top : 0) |
        (has(edge.top, 1, 0) ? edge.bottom : 0);
      return [at, { ...cell, look: { ...cell.look, edges } }];
    }),
  ),
});

describe('the same form by the page and by the pane', () => {
  test.each(files)('%s', async (file) => {
    expect(seen(await byPane(file))).toEqual(seen(byPage(file)));
  });

  test.each(files)('%s, lines told of both their cells', async (file) => {
    const grids = await byPane(file);
    expect(seen(grids.map(withNeighboursLines))).toEqual(seen(byPage(file)));
  });
});
