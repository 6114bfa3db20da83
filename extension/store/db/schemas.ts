import type { Transaction } from 'dexie';
import { nameDraftsByWorkbook } from './upgrade-drafts.ts';

export interface Schema {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/** Every schema ever released, oldest first. A released one is frozen: changes come as a further entry. */
export const schemas: readonly Schema[] = [
  {
    version: 1,
    stores: {
      users: 'id',
      reviews: 'id, user, [user+fiscalYear]',
      drafts: 'id, user',
      workbooks: 'id, user',
      places: 'review',
      folders: 'user',
      heads: 'key',
      courses: 'id',
      tallies: 'id',
      visits: 'id',
    },
  },
  { version: 2, stores: { forms: 'id' } },
  { version: 3, stores: {}, upgrade: nameDraftsByWorkbook },
];

/** Our version as the browser counts it: Dexie keeps version 2 as 20. */
export const nativeVersion = Math.max(...schemas.map(({ version }) => version)) * 10;
