import type { Unit } from '../../core/review/review.ts';
import { extensionApi } from './extension.ts';

/** What the IT desk has preset for this PC through managed storage. */
export interface Policy {
  readonly unit: Unit;
  /** Whether a page opens by itself once after installing. */
  readonly welcome: boolean;
  /** Names of entries that are there but can't be used; shown on the IT desk's page. */
  readonly invalid: readonly string[];
}

const unitKeys = ['ward', 'division', 'section'] as const;
const longestName = 60;
const noPolicy: Policy = {
  unit: { ward: null, division: null, section: null },
  welcome: true,
  invalid: [],
};

/** The policy in force; nothing preset where there is none or it can't be read. */
export async function readPolicy(): Promise<Policy> {
  const api = await extensionApi();
  if (!api) return noPolicy;
  try {
    return policyFrom(await api.storage.managed.get());
  } catch {
    // Firefox rejects when no managed storage manifest exists.
    return noPolicy;
  }
}

export function policyFrom(managed: Readonly<Record<string, unknown>>): Policy {
  const unit: Record<(typeof unitKeys)[number], string | null> = { ...noPolicy.unit };
  const invalid: string[] = [];
  let { welcome } = noPolicy;
  for (const [key, value] of Object.entries(managed)) {
    const known = unitKeys.find((name) => name === key);
    const name = typeof value === 'string' ? value.trim() : '';
    if (key === 'welcome' && typeof value === 'boolean') welcome = value;
    else if (known && name !== '' && name.length <= longestName) unit[known] = name;
    else invalid.push(key);
  }
  return { unit, welcome, invalid };
}
