import type { PolicyPlace } from '../form/places.ts';
import { policyCellText, policyText } from '../form/policy-places.ts';
import { plainText } from '../model/cell-text.ts';
import type { Sheet } from '../model/sheet.ts';
import { type Draft, kept, noticeAt, problemAt, textIn, write } from './fill-draft.ts';

/**
 * The policies to their slots, in each worksheet that has them; a sheet that lists fewer leaves the
 * rest as they are. What has no slot is told (`not-in-form`, params `field` and `no`).
 * Problems: `cell-not-empty`, those of `write`.
 */
export function fillPolicies(
  first: Draft,
  drafts: ReadonlyMap<string, Draft>,
  { policies }: Sheet,
): void {
  const { places, replace } = first;
  const sheets = new Set(places.policies.map(({ sheet }) => sheet));
  if (sheets.size === 0) tellMissing(first, policies, 0);
  for (const name of sheets) {
    const draft = drafts.get(name);
    if (!draft) continue;
    const slots = places.policies.filter(({ sheet }) => sheet === name);
    const texts = new Map<PolicyPlace, string | null>();
    slots.forEach((slot, index) => {
      const policy = policies[index];
      if (policy === undefined) return;
      const text = policy === null ? null : plainText(kept(draft, slot.cell, policy).trim());
      const now = policyText(draft.view, slot);
      if (text === now) return;
      if (now !== null && !replace) problemAt(draft, 'cell-not-empty', slot.cell);
      else texts.set(slot, text);
    });
    for (const slot of slots) {
      const own = slots.filter(({ cell }) => cell === slot.cell);
      if (own[0] !== slot || !own.some((each) => texts.has(each))) continue;
      const text = policyCellText(draft.view, own, texts);
      const no = own.length > 1 ? null : slots.indexOf(slot) + 1;
      if (text !== textIn(draft, slot.cell)) {
        write(draft, { section: null, no, field: 'policy' }, slot.cell, text);
      }
    }
    tellMissing(draft, policies, slots.length);
  }
}

function tellMissing(draft: Draft, policies: Sheet['policies'], slots: number): void {
  policies.forEach((policy, index) => {
    if (policy !== null && index >= slots) {
      noticeAt(draft, 'not-in-form', null, { field: 'policy', no: index + 1, section: '' });
    }
  });
}
