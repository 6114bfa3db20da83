import { fieldText } from '../../core/sheet/session/changes.ts';
import type { Conflict } from '../../core/sheet/session/merge.ts';
import { isKey, t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { policyMark } from '../../ui/sheet/policies.tsx';
import { settle } from './session.ts';

/** Fields that were changed here and in the worksheet: nothing is written before the chief has said which is right (F39). */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  return (
    <>
      {conflicts.map((conflict) => (
        <Notice
          key={`${conflict.section} ${conflict.no} ${conflict.field}`}
          kind="warning"
          live="alert"
          heading={headingOf(conflict)}
          actions={
            <>
              <Button onClick={() => settle(conflict, 'theirs')}>{t('pane.takeTheirs')}</Button>
              <Button onClick={() => settle(conflict, 'mine')}>{t('pane.keepMine')}</Button>
            </>
          }
        >
          <p>{t('pane.conflictHelp')}</p>
          <blockquote class="p-theirs">{theirsOf(conflict)}</blockquote>
        </Notice>
      ))}
    </>
  );
}

function headingOf({ section, no, field }: Conflict): string {
  if (section === null) return t('pane.policyConflict', { mark: policyMark(no - 1) });
  const key = `place.${field}`;
  return t('pane.conflict', { no, field: isKey(key) ? t(key) : field });
}

/** What the worksheet says, in words. */
function theirsOf({ field, theirs }: Conflict): string {
  if (field === 'target' || field === 'result' || field === 'policies') {
    return typeof theirs === 'string' && theirs !== '' ? theirs : t('sheet.empty');
  }
  const key = `${field}.${String(theirs)}`;
  return isKey(key) ? t(key) : (fieldText(field, theirs) ?? t('sheet.empty'));
}
