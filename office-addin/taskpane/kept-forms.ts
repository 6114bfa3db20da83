import { signal } from '@preact/signals';
import type { Form } from '../../core/sheet/form/form.ts';
import { forget, keep, recall } from './this-pc.ts';

/** The forms that were taught, chosen or opened here: kept on this PC, for the workbook will be published. */
export const keptForms = signal<readonly Form[]>([]);

/** The one that was decided on since the pane opened: where several fit, nobody is asked twice. */
export const decidedForm = signal<string | null>(null);

const key = 'forms';
/** Wards have a handful of forms. */
const mostForms = 30;

/** Recalls them, once, as the pane opens; what can't be read any more is left out. */
export async function recallForms(): Promise<void> {
  const found = recall(key);
  if (!Array.isArray(found) || found.length === 0) return;
  const { parseFormFile } = await import('../../core/formats/form-file.ts');
  const parsed = found.map((one) => parseFormFile(JSON.stringify(one)));
  keptForms.value = parsed.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Keeps a form; one of the same id gives way. The one that was kept last comes first. */
export function keepForm(form: Form): void {
  decidedForm.value = form.id;
  keepAll([form, ...keptForms.value.filter(({ id }) => id !== form.id)].slice(0, mostForms));
}

export function forgetForm({ id }: Form): void {
  keepAll(keptForms.value.filter((one) => one.id !== id));
}

function keepAll(forms: readonly Form[]): void {
  keptForms.value = forms;
  if (forms.length === 0) forget(key);
  else
    keep(
      key,
      forms.map((form) => ({ format: 'furikaeri.form/1', ...form })),
    );
}
