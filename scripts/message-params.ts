import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import ja from '../locales/ja.json' with { type: 'json' };

/**
 * Writes `locales/params.ts`: for each message with places, what they are filled with, so that `t`
 * asks for just that. TypeScript reads the texts of a JSON file as `string`; it can't tell by itself.
 */

/** The declaration of a message's parameters; null for one without places. */
export function paramsOf(text: string): string | null {
  const names = [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))];
  return names.length === 0 ? null : `{ ${names.map((name) => `${name}: Value`).join('; ')} }`;
}

if (argv[1] === import.meta.filename) {
  const lines = Object.entries(ja).flatMap(([key, text]) => {
    const params = paramsOf(text);
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
