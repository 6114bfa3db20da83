import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const entry = 'bench-sheet.js';
const root = join(import.meta.dirname, '../..');
const core = join(root, 'core');

/** A function, by the file it stands in. */
type Called = readonly [file: string, name: string];

/** What a page calls that opens a workbook, recognises its form, reads a sheet from it and fills it. */
const needed: readonly Called[] = [
  [join(core, 'xlsx/read/workbook.ts'), 'openWorkbook'],
  [join(core, 'xlsx/read/read-grids.ts'), 'gridsOf'],
  [join(core, 'xlsx/write/apply-plans.ts'), 'applyPlans'],
  [join(core, 'sheet/form/open.ts'), 'openForm'],
  [join(core, 'sheet/fill/read-sheet.ts'), 'readSheet'],
  [join(core, 'sheet/fill/fill.ts'), 'planFill'],
];

/** These with all that they need, minified as pages are, in one piece. */
export const sheetCode = (): Promise<string> => codeOf(needed);

/** Bytes after gzip. */
export interface SheetWeight {
  /** To open, recognise, read and fill. */
  readonly needed: number;
  /** All that the sheet's page uses of `core/xlsx` and `core/sheet`. */
  readonly all: number;
}

export const sheetWeight = async (): Promise<SheetWeight> => ({
  needed: gzipSync(await codeOf(needed), { level: 9 }).length,
  all: gzipSync(await codeOf([...needed, ...imported()]), { level: 9 }).length,
});

const importForm = /import \{([^}]*)\} from '([^']*\/core\/(?:sheet|xlsx)\/[^']*)'/g;

/** What the sheet's page and the visual pieces import of the two folders, types aside. */
function imported(): Called[] {
  const files = globSync(['extension/sheet/*.{ts,tsx}', 'ui/sheet/*.{ts,tsx}'], { cwd: root });
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(importForm)].flatMap(([, names = '', path = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name): Called => [join(root, dirname(file), path), name]),
    );
  });
}

async function codeOf(called: readonly Called[]): Promise<string> {
  const code = [...new Map(called.map((each) => [each.join(), each])).values()]
    .map(([file, name]) => `export { ${name} } from ${JSON.stringify(file)};`)
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
