import { fileNumber } from '../../core/formats/file-name.ts';
import { t } from '../../locales/t.ts';

/** At the head of what is printed: room for a name, and the number of the file it belongs to. */
export function PaperHead({ id, name = null }: { id: string; name?: string | null }) {
  return (
    <p class="r-paper r-paper-head">
      <span>{t('paper.name', { name: name ?? '　'.repeat(14) })}</span>
      <span>{t('paper.number', { number: fileNumber(id) })}</span>
    </p>
  );
}
