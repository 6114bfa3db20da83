import { type Result, success } from '../result.ts';
import { type JsonLimits, scanJson } from './json-scan.ts';

/**
 * Far above what people make: forty years of 400 answers are 80,000 values and some 10 million
 * characters. Reading at the limits stays within 2 s and 150 MB (F23).
 */
export const defaultLimits: JsonLimits = { characters: 16_000_000, depth: 32, values: 200_000 };

/**
 * The value of a JSON text, which may come from anywhere; a byte order mark in front is tolerated.
 * Problems (path `line:column`): those of `scanJson`.
 */
export function parseJson(text: string, limits = defaultLimits): Result<unknown> {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const scanned = scanJson(source, limits);
  return scanned.ok ? success(JSON.parse(source)) : scanned;
}

/** The text of a file: readable, two blanks a level, LF at the end. A lone surrogate is written as its escape. */
export function makeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
