import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardById } from '../../../core/catalog/lookup.ts';
import type { VisitClash } from '../../../core/training/visit-sheet.ts';
import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

interface VisitClashNoticeProps {
  clash: VisitClash;
  catalog: Catalog;
  onKeep: () => void;
  onTake: () => void;
}

/** A field that another page has written differently: its words, and which of the two stay. */
export function VisitClashNotice({ clash, catalog, onKeep, onTake }: VisitClashNoticeProps) {
  const isMark = clash.field === 'mark';
  const field = isMark
    ? (standardById(catalog, clash.standard)?.text ?? clash.standard)
    : t(`visit.${clash.field}`);
  return (
    <Notice
      kind="warning"
      live="alert"
      level={3}
      heading={t('visit.clash', { field })}
      actions={
        <>
          <Button onClick={onKeep}>{t(isMark ? 'visit.keepMark' : 'visit.keepMine')}</Button>
          <Button onClick={onTake}>{t(isMark ? 'visit.takeMark' : 'visit.takeTheirs')}</Button>
        </>
      }
    >
      <p>{isMark ? t('visit.theirMark', { mark: t(`mark.${clash.theirs}`) }) : clash.theirs}</p>
    </Notice>
  );
}
