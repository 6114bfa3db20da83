import { beforeEach, describe, expect, it } from 'vitest';
import { installClient } from './host/client.ts';
import { createHost, type Host } from './host/host.ts';
import { newWorkbook } from './host/workbook.ts';

// What the fake host answers to Microsoft's real client: every row is an assumption of assumptions.md.

let host: Host;
let client: ReturnType<typeof installClient>;

/** One `Excel.run` on a fresh client context. */
// biome-ignore lint/suspicious/noExplicitAny: the client's own types are not global in tests.
const run = <T>(act: (context: any) => Promise<T>, options?: object): Promise<T> =>
  options ? client.Excel.run(options, act) : client.Excel.run(act);

beforeEach(() => {
  host = createHost(newWorkbook('様式', '別紙'));
  client = installClient(host);
});

describe('a batch', () => {
  it('reads nothing before a sync', async () => {
    const early = run(async (context) => context.workbook.worksheets.getItem('様式').name);
    await expect(early).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('is one round trip whatever it holds, the clean-up left out', async () => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      for (let row = 1; row <= 300; row++) sheet.getRange(`A${row}`).values = [[`行${row}`]];
      const used = sheet.getUsedRange();
      used.load('values,address,rowCount');
      await context.sync();
      return [used.address, used.rowCount, used.values[299][0]];
    });
    expect(read).toEqual(['様式!A1:A300', 300, '行300']);
    expect(host.roundTrips).toBe(1);
  });

  it('keeps what was done before the action that failed', async () => {
    const half = run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('様式');
      sheet.getRange('A1').values = [['初め']];
      sheet.getRange('A2:B2').values = [['合わない']];
      sheet.getRange('A3').values = [['後']];
      await context.sync();
    });
    await expect(half).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect([...(host.workbook.sheets[0]?.cells.keys() ?? [])]).toEqual(['A1']);
  });
});
