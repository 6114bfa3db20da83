import type { Standard } from '../../core/catalog/catalog.ts';
import { Tag } from '../../ui/tag.tsx';
import { statusTag } from '../app/words.ts';

/** Whether an item is quoted or ours; on paper 見本 is told once, under the table or at the head of the sheet. */
export function StatusTag({ of }: { of: Standard }) {
  return <Tag onScreen={of.status === 'model'}>{statusTag(of)}</Tag>;
}
