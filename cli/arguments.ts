import { parseArgs } from 'node:util';

const strings = { type: 'string' } as const;
const flags = { type: 'boolean' } as const;

const commands = {
  fill: {
    options: {
      template: strings,
      sheet: strings,
      sheets: strings,
      out: strings,
      worksheet: strings,
      replace: flags,
      overwrite: flags,
      json: flags,
    },
    needs: ['template', 'out'],
  },
  read: {
    options: { workbook: strings, out: strings, worksheet: strings, overwrite: flags, json: flags },
    needs: ['workbook', 'out'],
  },
  coach: { options: { sheet: strings, json: flags }, needs: ['sheet'] },
} as const;

export type Fill = {
  readonly command: 'fill';
  readonly template: string;
  readonly out: string;
  /** A sheet's file, or a folder of them. */
  readonly sheet: string;
  readonly many: boolean;
  readonly worksheet: string | null;
  readonly replace: boolean;
} & Common;
export type Read = {
  readonly command: 'read';
  readonly workbook: string;
  readonly out: string;
  readonly worksheet: string | null;
} & Common;
export type Coach = { readonly command: 'coach'; readonly sheet: string } & Common;

interface Common {
  readonly overwrite: boolean;
  readonly json: boolean;
}

/** What the user asks for; null where it is no right usage. */
export function parseCommand(args: readonly string[]): Fill | Read | Coach | null {
  const [command, ...rest] = args;
  if (command !== 'fill' && command !== 'read' && command !== 'coach') return null;
  const { options, needs } = commands[command];
  const values = valuesOf(rest, options);
  if (!values || needs.some((name) => !values[name])) return null;
  const text = (name: string) => String(values[name] ?? '');
  const common = { overwrite: values.overwrite === true, json: values.json === true };
  const worksheet = values.worksheet === undefined ? null : text('worksheet');
  const out = text('out');
  // On stdout the sheet and the report would run into each other.
  if (out === '-' && (common.json || command !== 'read')) return null;
  if (command === 'coach') return { command, sheet: text('sheet'), ...common };
  if (command === 'read') return { command, workbook: text('workbook'), out, worksheet, ...common };
  if (Boolean(values.sheet) === Boolean(values.sheets)) return null;
  return {
    command,
    template: text('template'),
    out,
    sheet: text(values.sheets ? 'sheets' : 'sheet'),
    many: Boolean(values.sheets),
    worksheet,
    replace: values.replace === true,
    ...common,
  };
}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

function valuesOf(
  args: readonly string[],
  options: Options,
): Readonly<Record<string, unknown>> | null {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch {
    return null;
  }
}
