/**
 * What stands behind one of the client's proxies: its properties and methods under the names that
 * the client sends (`Values`, `GetCell`). Collections have `_Items`.
 */
export interface HostObject {
  /** For messages: `Range`. */
  readonly kind: string;
  /** What the client remembers the object by. */
  readonly identity: () => Readonly<Record<string, unknown>>;
  [member: string]: unknown;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'kind' in value && 'identity' in value;

export interface Property {
  readonly get: () => unknown;
  readonly set?: (value: never) => void;
}

/** Adds properties that are made by a rule rather than written one by one. */
export function withProperties(
  object: HostObject,
  properties: Readonly<Record<string, Property>>,
): HostObject {
  for (const [name, property] of Object.entries(properties)) {
    Object.defineProperty(object, name, { ...property, enumerable: true, configurable: true });
  }
  return object;
}

/** What all have in common; `null` where they differ, as Excel answers for a range that isn't uniform. */
export function uniform<T>(values: Iterable<T>): T | null {
  let first: T | undefined;
  for (const value of values) {
    if (first === undefined) first = value;
    else if (value !== first) return null;
  }
  return first ?? null;
}

/** `wrapText` as the client writes it: `WrapText`. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const none = () => ({});

/** A member by the name the client sends. What the host does not have is no error of Excel's. */
export function member(object: HostObject, name: string): unknown {
  if (!(name in object)) throw new Error(`the fake Excel host lacks ${object.kind}.${name}`);
  return object[name];
}
