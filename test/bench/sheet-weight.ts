import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const entry = 'bench-sheet.js';
const core = join(import.meta.dirname, '../../core');

/** What a page calls that opens a workbook, reads, advises and fills it. */
const called = [
  ['xlsx/workbook.ts', 'openWorkbook'],
  ['xlsx/read-grids.ts', 'gridsOf'],
  ['xlsx/apply-plans.ts', 'applyPlans'],
  ['sheet/locate.ts', 'locateTemplate'],
  ['sheet/read-sheet.ts', 'readSheet'],
  ['sheet/fill.ts', 'planFill'],
  ['sheet/coach.ts', 'coach'],
  ['sheet/carry-over.ts', 'carryOver'],
] as const;

/** These with all that they need, minified as pages are, in one piece. */
export async function sheetCode(): Promise<string> {
  const code = called
    .map(([file, name]) => `export { ${name} } from ${JSON.stringify(join(core, file))};`)
    .join('\n');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunks = outputs.flatMap((one) => (one.type === 'chunk' ? one.code : []));
  const [whole] = chunks;
  if (whole === undefined || chunks.length > 1) throw new Error(`${chunks.length} pieces`);
  return whole;
}

/** Bytes of it after gzip. */
export const sheetWeight = async (): Promise<number> =>
  gzipSync(await sheetCode(), { level: 9 }).length;
