import { type HostError, hostErrorOf } from './host-error.ts';

/** What came of asking Excel. */
export type FromExcel<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: HostError };

/**
 * Runs a piece of work in Excel; every `sync` in it is one round trip. While the chief is editing a
 * cell, Excel lets it wait until the cell is left (F38).
 */
export async function inExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<FromExcel<T>> {
  try {
    return { ok: true, value: await Excel.run({ delayForCellEdit: true }, work) };
  } catch (error) {
    return { ok: false, error: hostErrorOf(error) };
  }
}
