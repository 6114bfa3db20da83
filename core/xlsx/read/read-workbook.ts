import { failure, type Result } from '../../result.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** More than any template, and more than is ever unpacked. */
const largest = 50 * 2 ** 20;

/** Problems: `too-large`, and those of `openWorkbook`. */
export const readWorkbook = (bytes: Uint8Array): Result<Workbook> =>
  bytes.length > largest ? failure('too-large') : openWorkbook(bytes);
