import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process, { argv, cwd, env, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import {
  type OptionalColumn,
  optionalColumns,
  usualColumns,
} from '../core/sheet/form/own-layout.ts';
import { ownTemplates } from './own-templates.ts';

// `npm run template`: writes our own templates anew; a test sees that they are what this makes.
// `npm run template -- --columns achievement,policy --out FOLDER`: with the columns that an office wants.

const all = Object.keys(optionalColumns);
const { values } = parseArgs({
  args: argv.slice(2),
  options: { columns: { type: 'string' }, out: { type: 'string' } },
});
const chosen = values.columns?.split(',').filter(Boolean) ?? usualColumns;
const unknown = chosen.filter((column) => !all.includes(column));
if (unknown.length > 0 || (values.columns !== undefined && values.out === undefined)) {
  stderr.write(`--columns ${all.join(',')} --out FOLDER\n`);
  process.exitCode = 2;
} else {
  const folder = values.out
    ? resolve(env.INIT_CWD ?? cwd(), values.out)
    : resolve(import.meta.dirname, '../templates');
  mkdirSync(folder, { recursive: true });
  const files = ownTemplates(chosen as readonly OptionalColumn[]);
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
    stdout.write(`${values.out ?? 'templates'}/${name}\n`);
  }
}
