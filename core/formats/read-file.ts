import { type Format, upgrade } from '../format.ts';
import { inValue, type Problem, type Result, success } from '../result.ts';
import { checksumHolds, type Sha256 } from './digest.ts';
import { parseJson } from './json-text.ts';

/** A file's content, and what is odd about it but no reason to refuse it. */
export interface ReadFile<T> {
  readonly file: T;
  readonly warnings: readonly Problem[];
}

/** The steps every file with a checksum is read by: text, format and version, shape, checksum. */
export async function readFile<T>(
  text: string,
  format: Format,
  parse: (value: unknown) => Result<T>,
  sha256: Sha256,
): Promise<Result<ReadFile<T>>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const upgraded = upgrade(json.value, format);
  if (!upgraded.ok) return upgraded;
  const parsed = parse(upgraded.value);
  if (!parsed.ok) return parsed;
  // Of the file as it was written, before an older one was upgraded.
  const holds = await checksumHolds(json.value as object, sha256);
  const warnings: Problem[] = holds ? [] : [{ code: 'checksum-differs', at: inValue('checksum') }];
  return success({ file: parsed.value, warnings });
}
