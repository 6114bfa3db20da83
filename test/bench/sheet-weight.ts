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

/** Bytes after gzip of these with all that they need, minified as pages are. */
export async function sheetWeight(): Promise<number> {
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
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return chunks.reduce(
    (sum, one) => sum + (one.type === 'chunk' ? gzipSync(one.code, { level: 9 }).length : 0),
    0,
  );
}
