import { sameValue } from '../../../core/merge-fields.ts';
import type { Form } from '../../../core/sheet/form/form.ts';
import type { FormRow } from '../db/schema.ts';
import type { Store } from '../store.ts';
import { rowsOf } from './rows.ts';
import { deleteRow, writeRow } from './write-row.ts';

/** The forms that this PC was given or taught: a workbook of one of them is known when it is opened. */

/** The latest first; none where the store can't be read. */
export async function listForms(store: Store): Promise<Form[]> {
  const rows = await rowsOf<FormRow>(store, 'forms').catch((): FormRow[] => []);
  return rows.sort((one, other) => other.keptAt - one.keptAt).map(({ form }) => form);
}

/**
 * Resolves with the form as it is on the disk. Where another of the same id is kept already, that one
 * stays, and this one is kept beside it, with an id and a title that tell them apart.
 */
export async function putForm(store: Store, form: Form): Promise<Form> {
  const merge = (theirs: Form) => ({
    content: theirs,
    clashes: isSame(theirs, form) ? [] : [theirs],
  });
  const row = { table: 'forms', id: form.id, content: form, merge, asks: true } as const;
  if (!(await writeRow(store, row)).isAsked) return form;
  const kept = await listForms(store);
  const again = kept.find((one) => isSame({ ...one, id: form.id, title: form.title }, form));
  if (again) return again;
  const titles = new Set(kept.map(({ title }) => title));
  let number = 2;
  while (titles.has(titled(form, number))) number += 1;
  return putForm(store, { ...form, id: crypto.randomUUID(), title: titled(form, number) });
}

const titled = ({ title }: Form, number: number): string => `${title}（${number}）`;

/** Whether two forms are the same, whatever they were recognised by. */
const isSame = (one: Form, other: Form): boolean =>
  sameValue({ ...one, evidence: null, format: null }, { ...other, evidence: null, format: null });

export const deleteForm = (store: Store, id: string): Promise<void> =>
  deleteRow(store, 'forms', id);
