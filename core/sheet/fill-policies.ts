import { plainText } from './cell-text.ts';
import { type Draft, kept, problemAt, textIn, write } from './fill-draft.ts';
import { policyCellText, policyText } from './policy-places.ts';
import type { Sheet } from './sheet.ts';
import type { PolicyPlace } from './template-map.ts';

/**
 * The policies to their slots; a sheet that lists fewer leaves the rest as they are.
 * Problems: `no-policy-slot` (param `no`), `cell-not-empty`, those of `write`.
 */
export function fillPolicies(draft: Draft, { policies }: Sheet): void {
  const { map, replace } = draft;
  const texts = new Map<PolicyPlace, string | null>();
  policies.forEach((policy, index) => {
    const slot = map.policies[index];
    if (!slot) {
      if (policy !== null) problemAt(draft, 'no-policy-slot', null, { no: index + 1 });
      return;
    }
    const text = policy === null ? null : plainText(kept(draft, slot.address, policy).trim());
    const now = policyText(map.view, slot);
    if (text === now) return;
    if (now !== null && !replace) problemAt(draft, 'cell-not-empty', slot.address);
    else texts.set(slot, text);
  });
  for (const cell of new Set([...texts.keys()].map(({ address }) => address))) {
    const slots = map.policies.filter(({ address }) => address === cell);
    const text = policyCellText(map.view, slots, texts);
    if (text !== textIn(draft, cell)) write(draft, cell, text);
  }
}
