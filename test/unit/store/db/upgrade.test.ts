import { beforeEach, expect, test } from 'vitest';
import type { SheetDraft } from '../../../../core/sheet/model/sheet-draft.ts';
import { type Database, declareDatabase } from '../../../../extension/store/db/database.ts';
import { draftId } from '../../../../extension/store/db/draft-id.ts';
import { type Schema, schemas } from '../../../../extension/store/db/schemas.ts';
import { record } from '../../../../extension/store/db/write-transaction.ts';
import { isWhole } from '../../../../extension/store/integrity/row-hashes.ts';
import { defaultSettings } from '../../../../extension/store/session/user.ts';
import { fakeProfile, type Profile, startTab } from '../profile.ts';

// From each version that was ever released to this one. That a browser that is killed in the middle of
// an upgrade has kept the old one is tested in real browsers.

const user = { id: 'u', label: '山田', settings: defaultSettings };
const draftOf = (section: string, file?: SheetDraft['file']): SheetDraft => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [null],
  sections: [{ division: '部', section, targets: [{ no: 1, target: `${section}の目標` }] }],
  before: { policies: [], sections: [] },
  ...(file && { file }),
  seq: 1,
  at: '2026-12-01T10:00:00+09:00',
});
const file = { name: '目標.xlsx', form: '目標\n結果' };
const drafts = [draftOf('区民課', file), draftOf('保険年金課')];
/** As version 2 named them. */
const oldId = ({ fiscalYear, sections: [first] }: SheetDraft) =>
  JSON.stringify([user.id, fiscalYear, first?.division ?? null, first?.section ?? '']);

let profile: Profile;
beforeEach(() => {
  profile = fakeProfile();
});

/** A store as a version of the extension has left it. */
async function leftBy(version: number, change = async (_: Database) => {}): Promise<void> {
  const db = await open(schemas.filter((schema) => schema.version <= version));
  await record(db, async (writing) => {
    await writing.putUser(user);
    writing.use(user.id);
    for (const draft of drafts) {
      await writing.putDraft({ id: oldId(draft), user: user.id, draft });
    }
    await db.workbooks.put({
      ...{ id: oldId(draftOf('区民課')), user: user.id, name: file.name },
      ...{ bytes: new Uint8Array([1, 2, 3]), handle: null },
    });
  });
  await change(db);
  db.close();
}

async function open(declared: readonly Schema[]): Promise<Database> {
  const db = declareDatabase(profile.openTab().store, { schemas: declared });
  await db.open();
  return db;
}

test.each([1, 2])(
  'from version %i every draft comes along under its new name, with its workbook',
  async (version) => {
    await leftBy(version);
    const db = await open(schemas);
    const rows = await db.drafts.toArray();
    expect(rows.map(({ draft }) => draft)).toEqual(expect.arrayContaining(drafts));
    expect(rows.map(({ id }) => id).sort()).toEqual(
      drafts.map((draft) => draftId(user.id, draft)).sort(),
    );
    expect(await db.workbooks.toArray()).toMatchObject([
      {
        id: draftId(user.id, draftOf('区民課', file)),
        name: file.name,
        bytes: new Uint8Array([1, 2, 3]),
      },
    ]);
    expect(await isWhole(db)).toBe(true);
    const head = await db.heads.get('head');
    expect(head?.seq).toBe(1);
    expect(Object.keys(head?.held ?? {}).sort()).toEqual(rows.map(({ id }) => id).sort());
    db.close();
    const { store } = await startTab(profile);
    expect(store.opening.value.state).toBe('ready');
  },
);

test('a draft that was damaged before is still known as damaged after it', async () => {
  await leftBy(2, async (db) => {
    // The one whose name changes: of the other nothing is touched.
    await db.drafts
      .filter(({ draft }) => draft.file !== undefined)
      .modify((row) => {
        Object.assign(row.draft, { ward: '別の区' });
      });
  });
  const db = await open(schemas);
  expect(await isWhole(db)).toBe(false);
  db.close();
  const { store } = await startTab(profile);
  expect(store.opening.value).toMatchObject({ state: 'damaged', verdict: 'lost' });
});

test('an upgrade that fails leaves the store as the older version knew it', async () => {
  await leftBy(2);
  const failing: Schema = {
    ...{ version: 4, stores: {} },
    async upgrade(transaction) {
      await transaction.table('drafts').clear();
      throw new Error('the upgrade failed');
    },
  };
  await expect(open([...schemas, failing])).rejects.toThrow();
  const db = await open(schemas.slice(0, 2));
  expect(await db.drafts.count()).toBe(drafts.length);
  expect(await isWhole(db)).toBe(true);
  db.close();
});
