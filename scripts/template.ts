import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stdout } from 'node:process';
import { ownTemplates } from './own-templates.ts';

// `npm run template`: writes our own templates anew; a test sees that they are what this makes.

const folder = resolve(import.meta.dirname, '../templates');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(ownTemplates())) {
  writeFileSync(join(folder, name), bytes);
  stdout.write(`templates/${name}\n`);
}
