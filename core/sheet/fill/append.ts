import { optionalText, optionalValue } from '../model/cell-values.ts';
import type { SheetField } from '../model/fields.ts';
import type { Target } from '../model/sheet.ts';

/** How a field without a place of its own is put behind the result: in brackets, or after its name. */
const forms: Readonly<Partial<Record<SheetField, readonly [before: string, after: string]>>> = {
  midResult: ['中間の結果：', ''],
  achievement: ['【', '】'],
  countermeasure: ['今後の対応方策：', ''],
};

/** The fields that a form may have put behind the result. */
export const appendableFields = Object.keys(forms) as readonly SheetField[];

/** A target's result, with what of `missing` is to be appended behind it, a paragraph each. */
export function appended(
  target: Target,
  missing: readonly SheetField[],
  append: readonly SheetField[],
): string | null {
  const { result = null } = target;
  if (!result) return result;
  const further = missing.flatMap((field) => {
    const [before, after] = forms[field] ?? ['', ''];
    const text = optionalText(target, field);
    return text && append.includes(field) ? [before + text + after] : [];
  });
  return [result, ...further].join('\n');
}

/** The way back: the result, and what was appended behind it. */
export function detached(text: string | null, append: readonly SheetField[]): Partial<Target> {
  const lines = text?.split('\n') ?? [];
  let found: Partial<Target> = {};
  for (const field of appendableFields.toReversed()) {
    const [before, after] = forms[field] ?? ['', ''];
    const at = lines.findLastIndex((line) => line.startsWith(before) && line.endsWith(after));
    // In brackets stands one word; further lines behind it are the result's own.
    if (!append.includes(field) || at < 1 || (after && at < lines.length - 1)) continue;
    const said = lines.slice(at).join('\n');
    const value = optionalValue(field, said.slice(before.length, said.length - after.length));
    if (Object.keys(value).length === 0) continue;
    lines.splice(at);
    found = { ...value, ...found };
  }
  return { result: lines.join('\n') || null, ...found };
}
