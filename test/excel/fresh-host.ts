import { beforeEach } from 'vitest';
import { installClient } from './host/client.ts';
import { createHost, type Host } from './host/host.ts';
import { newWorkbook, type Sheet, type Value } from './host/workbook.ts';

// biome-ignore lint/suspicious/noExplicitAny: Excel's types are global only where the product needs them.
export type Any = any;

/** A host with two empty sheets before each test, 様式 in front, and Microsoft's client on it. */
export function freshHost() {
  let host: Host;
  let client: ReturnType<typeof installClient>;
  beforeEach(() => {
    host = createHost(newWorkbook('様式', '別紙'));
    client = installClient(host);
  });

  /** One `Excel.run`. */
  const run = <T>(act: (context: Any) => Promise<T>, options: object = {}): Promise<T> =>
    client.Excel.run(options, act);

  /** One `Excel.run` with one trip: what `act` asked for of 様式, read afterwards. */
  const once = <T>(act: (sheet: Any, context: Any) => () => T): Promise<T> =>
    run(async (context) => {
      const answer = act(context.workbook.worksheets.getItem('様式'), context);
      await context.sync();
      return answer();
    });

  /** The same, where nothing is asked. */
  const act = (done: (sheet: Any, context: Any) => unknown): Promise<void> =>
    once((sheet, context) => {
      done(sheet, context);
      return () => {};
    });

  return {
    run,
    once,
    act,
    now: () => host,
    excel: () => client.Excel,
    sheet: (): Sheet => host.workbook.active,
    value: (place: string): Value => host.workbook.active.cells.get(place)?.value ?? '',
  };
}

/** Loads, and answers with what was loaded. */
export const loaded = (object: Any, names: string) => {
  object.load(names);
  return () => object.toJSON();
};
