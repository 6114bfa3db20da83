import { parseArgs } from 'node:util';
import type { Finding } from './workbook-input.ts';

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
      form: strings,
      replace: flags,
      wrap: flags,
      overwrite: flags,
      json: flags,
    },
    needs: ['template', 'out'],
  },
  read: {
    options: {
      workbook: strings,
      out: strings,
      worksheet: strings,
      form: strings,
      overwrite: flags,
      json: flags,
    },
    needs: ['workbook', 'out'],
  },
  form: {
    options: {
      workbook: strings,
      out: strings,
      worksheet: strings,
      reading: strings,
      overwrite: flags,
      json: flags,
    },
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
  readonly replace: boolean;
  readonly wrap: boolean;
} & Finding &
  Common;
export type Read = {
  readonly command: 'read';
  readonly workbook: string;
  readonly out: string;
} & Finding &
  Common;
export type FormCommand = {
  readonly command: 'form';
  readonly workbook: string;
  readonly out: string;
  readonly worksheet: string | null;
  /** Which of several readings, counted from 1. */
  readonly reading: number | null;
} & Common;
export type Coach = { readonly command: 'coach'; readonly sheet: string } & Common;

interface Common {
  readonly overwrite: boolean;
  readonly json: boolean;
}

export type Command = Fill | Read | FormCommand | Coach;

/** What the user asks for; null where it is no right usage. */
export function parseCommand(args: readonly string[]): Command | null {
  const [command, ...rest] = args;
  if (!isCommand(command)) return null;
  const { options, needs } = commands[command];
  const values = valuesOf(rest, options);
  if (!values || needs.some((name) => !values[name])) return null;
  const text = (name: string) => String(values[name] ?? '');
  const common = { overwrite: values.overwrite === true, json: values.json === true };
  const worksheet = values.worksheet === undefined ? null : text('worksheet');
  const out = text('out');
  // On stdout the sheet and the report would run into each other.
  const says = command === 'read' || command === 'form';
  if (out === '-' && (common.json || !says)) return null;
  if (command === 'coach') return { command, sheet: text('sheet'), ...common };
  const form = values.form === undefined ? null : text('form');
  // A form tells its worksheets itself.
  if (form !== null && worksheet !== null) return null;
  const workbook = text('workbook');
  if (command === 'read') return { command, workbook, out, worksheet, form, ...common };
  if (command === 'form') {
    const reading = values.reading === undefined ? null : Number(values.reading);
    if (reading !== null && !(Number.isInteger(reading) && reading > 0)) return null;
    return { command, workbook, out, worksheet, reading, ...common };
  }
  if (Boolean(values.sheet) === Boolean(values.sheets)) return null;
  return {
    command,
    template: text('template'),
    out,
    sheet: text(values.sheets ? 'sheets' : 'sheet'),
    many: Boolean(values.sheets),
    worksheet,
    form,
    replace: values.replace === true,
    wrap: values.wrap === true,
    ...common,
  };
}

const isCommand = (text: string | undefined): text is keyof typeof commands =>
  text !== undefined && Object.hasOwn(commands, text);

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
