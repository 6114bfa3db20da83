import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import en from '../locales/en.json' with { type: 'json' };
import ja from '../locales/ja.json' with { type: 'json' };
import { placePattern } from '../locales/t.ts';

/**
 * Writes `locales/params.ts`: for each message with places, what they are filled with, so that `t`
 * asks for just that. TypeScript reads the texts of a JSON file as `string`; it can't tell by itself.
 */

/** The declaration of a message's parameters, by its texts in all languages; null for one without places. */
export function paramsOf(...texts: readonly string[]): string | null {
  const types = new Map<string, 'Value' | 'number'>();
  for (const [, name = '', one] of texts.flatMap((text) => [...text.matchAll(placePattern)])) {
    if (one !== undefined) types.set(name, 'number');
    else if (!types.has(name)) types.set(name, 'Value');
  }
  if (types.size === 0) return null;
  return `{ ${[...types].map(([name, type]) => `${name}: ${type}`).join('; ')} }`;
}

if (argv[1] === import.meta.filename) {
  const lines = Object.entries(ja).flatMap(([key, text]) => {
    const params = paramsOf(text, en[key as keyof typeof en]);
    return params ? [`  '${key}': ${params};`] : [];
  });
  writeFileSync(
    join(import.meta.dirname, '../locales/params.ts'),
    `// Written by scripts/message-params.ts. Not kept: \`npm ci\` and \`npm run check\` write it anew.
type Value = string | number;
export interface Params {
${lines.join('\n')}
}
`,
  );
}
