import { failure, inValue, type Result, success } from './result.ts';

/** A kind of file and the way from its older versions to the one that is read: `furikaeri.review/1`. */
export interface Format {
  readonly kind: string;
  /**
   * The first makes version 2 out of version 1, and so on: a new version of a format is one more
   * function here, and the version known is one more than there are functions.
   */
  readonly migrations: readonly Migration[];
}

export type Migration = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** `furikaeri.review/1` for the version that is read and made today. */
export const nameOf = ({ kind, migrations }: Format): string => `${kind}/${migrations.length + 1}`;

/**
 * Takes a value read from a file to the known version of a format, by its key `format` (F33). The
 * value itself stays as it was; that it has the format's other keys is for the caller to see.
 * Problems (params `found`, `known`): `unknown-format` (not a file of ours), `other-format` (another
 * kind of ours), `newer-format`.
 */
export function upgrade(value: unknown, format: Format): Result<unknown> {
  const known = nameOf(format);
  const found = value && typeof value === 'object' && 'format' in value ? value.format : undefined;
  if (typeof found !== 'string') return failure('unknown-format', inValue('format'), { known });
  const [, kind, digits] = /^(furikaeri\.[a-z]+)\/([1-9]\d{0,3})$/.exec(found) ?? [];
  const params = { found: found.slice(0, 60), known };
  if (!kind) return failure('unknown-format', inValue('format'), params);
  if (kind !== format.kind) return failure('other-format', inValue('format'), params);
  const version = Number(digits);
  if (version > format.migrations.length + 1)
    return failure('newer-format', inValue('format'), params);
  const upgraded = format.migrations
    .slice(version - 1)
    .reduce((old, migrate) => migrate(old), value as Record<string, unknown>);
  return success({ ...upgraded, format: known });
}
