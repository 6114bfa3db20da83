import {
  failure,
  type Location,
  type ProblemCode,
  type Result,
  success,
  whole,
} from '../result.ts';

/** How much of a JSON text is taken in. */
export interface JsonLimits {
  /** UTF-16 units of the text. */
  readonly characters: number;
  /** Objects and arrays inside each other. */
  readonly depth: number;
  /** Values of every kind: small ones cost far more memory than their text. */
  readonly values: number;
}

// They reach an object's prototype in code that copies keys carelessly; no format of ours has them (F24).
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

const colon = /:/y;
const blanks = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const fourHex = /[0-9a-fA-F]{4}/y;
/** What ends an object or an array that begins here. */
const closing: Readonly<Record<string, '}' | ']'>> = { '{': '}', '[': ']' };

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

/**
 * Reads over a text once, making nothing of it, and says whether `JSON.parse` may be let at it: it
 * accepts what `JSON.parse` accepts, within the limits. Engines word a JSON error differently and
 * most don't say where; here the problem's place is a line and a column. The end of a text
 * that was cut off is such a place too (F22, F23).
 * Problems: `too-large`, `too-deep`, `forbidden-key`, `not-json`; `wrong-value` for a number that
 * would become infinite.
 */
export function scanJson(source: string, limits: JsonLimits): Result<null> {
  if (source.length > limits.characters) {
    return failure('too-large', whole, { characters: limits.characters });
  }
  const open: ('}' | ']')[] = [];
  let values = 0;
  let at = 0;
  let expected: 'value' | 'key' | 'more' = 'value';

  const refuse = (code: ProblemCode, place = at, params?: Record<string, number>) =>
    failure(code, placeOf(source, place), params);

  /** Moves over what a pattern matches here, and returns it, or ''. */
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const part = pattern.exec(source)?.[0] ?? '';
    at += part.length;
    return part;
  };

  // A loop, not a pattern: over a long text with many escapes a pattern overflows the engine's stack.
  const takeText = (): boolean => {
    if (source.charCodeAt(at) !== quote) return false;
    at++;
    for (;;) {
      const unit = source.charCodeAt(at);
      if (unit === backslash) {
        const escaped = source[at + 1] ?? ' ';
        if (!'"\\/bfnrtu'.includes(escaped)) return false;
        at += 2;
        if (escaped === 'u' && !take(fourHex)) return false;
      } else if (unit >= firstPrintable) {
        at++;
        if (unit === quote) return true;
      } else {
        return false;
      }
    }
  };

  for (;;) {
    take(blanks);
    const from = at;
    const first = source[at] ?? '';
    if (expected === 'value') {
      if (++values > limits.values) return refuse('too-large', at, { values: limits.values });
      const close = closing[first];
      if (close) {
        if (open.length === limits.depth) return refuse('too-deep', at, { depth: limits.depth });
        open.push(close);
        at++;
        take(blanks);
        expected = source[at] === close ? 'more' : close === '}' ? 'key' : 'value';
      } else if (first === '"') {
        if (!takeText()) return refuse('not-json');
        expected = 'more';
      } else {
        const part = take(scalar);
        if (!part) return refuse('not-json');
        if (Math.abs(Number(part)) === Number.POSITIVE_INFINITY) return refuse('wrong-value', from);
        expected = 'more';
      }
    } else if (expected === 'key') {
      if (!takeText()) return refuse('not-json');
      if (isForbidden(source.slice(from, at))) return refuse('forbidden-key', from);
      take(blanks);
      if (!take(colon)) return refuse('not-json');
      expected = 'value';
    } else {
      const close = open.at(-1);
      if (!close) return at === source.length ? success(null) : refuse('not-json');
      if (first !== close && first !== ',') return refuse('not-json');
      at++;
      if (first === close) open.pop();
      else expected = close === '}' ? 'key' : 'value';
    }
  }
}

/** Whether a key, with its quotes, names a forbidden one in any spelling. */
function isForbidden(key: string): boolean {
  return forbiddenKeys.has(key.includes('\\') ? JSON.parse(key) : key.slice(1, -1));
}

function placeOf(source: string, at: number): Location {
  const lines = source.slice(0, at).split(/\r\n|\r|\n/);
  return { kind: 'line', line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
