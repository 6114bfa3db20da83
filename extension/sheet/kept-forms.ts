import { signal } from '@preact/signals';
import { formFileName } from '../../core/formats/file-name.ts';
import { makeFormFile, parseFormFile } from '../../core/formats/form-file.ts';
import { type Result, success } from '../../core/result.ts';
import type { Form } from '../../core/sheet/form/form.ts';
import type { SavingFile } from '../app/save-outcome.tsx';
import { store } from '../page-store.ts';
import type { SaveOutcome } from '../platform/save-file.ts';
import { deleteForm, listForms, putForm } from '../store/tables/forms.ts';

/** The forms that this PC was given or taught. */
export const keptForms = signal<readonly Form[]>([]);

let looked: Promise<void> | undefined;

/** Resolves when the forms on the disk are known; once for each page. */
export function recallForms(): Promise<void> {
  looked ??= listForms(store).then((forms) => {
    keptForms.value = forms;
  });
  return looked;
}

/** Resolves with the form as it is on the disk: another of the same id stays beside it. */
export async function keepForm(form: Form): Promise<Form> {
  const kept = await putForm(store, form);
  keptForms.value = [kept, ...keptForms.value.filter(({ id }) => id !== kept.id)];
  return kept;
}

export async function forgetForm({ id }: Form): Promise<void> {
  await deleteForm(store, id);
  keptForms.value = keptForms.value.filter((form) => form.id !== id);
}

/** Keeps a form that was handed out. Problems: those of `parseFormFile`. */
export async function takeFormFile(text: string): Promise<Result<Form>> {
  const parsed = parseFormFile(text);
  if (!parsed.ok) return parsed;
  const form = parsed.value.id ? parsed.value : { ...parsed.value, id: crypto.randomUUID() };
  return success(await keepForm(form));
}

/** Hands a form out as a file. */
export const saveFormFile = (saving: SavingFile, form: Form): Promise<SaveOutcome> =>
  saving.save(formFileName(form.title), () => makeFormFile(form));
