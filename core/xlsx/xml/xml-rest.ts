import { utf8Text } from '../utf8-text.ts';
import type { XmlPart } from './xml.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** All of a part but the spans that may differ, and the children of its root with these names. */
export function rest(
  { bytes, root }: XmlPart,
  free: readonly string[],
  spans: readonly Span[] = [],
): string {
  const children: readonly Span[] = root.children.filter(({ name }) => free.includes(name));
  let text = '';
  let at = 0;
  for (const { from, to } of [...children, ...spans].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    text += utf8Text(bytes, at, from);
    at = to;
  }
  return text + utf8Text(bytes, at);
}
