import type { Standard } from '../../core/catalog/catalog.ts';
import { Tag } from '../../ui/tag.tsx';
import { statusTag } from '../shell/words.ts';

/** Whether an item is quoted or ours; on paper 見本 is told once, under the table. */
export function StatusTag({ of }: { of: Standard }) {
  return (
    <span class={of.status === 'model' ? 'f-screen' : undefined}>
      <Tag>{statusTag(of)}</Tag>
    </span>
  );
}
