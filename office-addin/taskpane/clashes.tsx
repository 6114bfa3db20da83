import { isKey, t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Clash } from './keep-current.ts';
import { settle } from './writing.ts';

/** Fields that were changed here and in the worksheet: nothing is written before the chief has said which is right (F39). */
export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  return (
    <>
      {clashes.map((clash) => {
        const key = `place.${clash.field}`;
        const field = isKey(key) ? t(key) : clash.field;
        return (
          <Notice
            key={`${clash.no} ${clash.field}`}
            kind="warning"
            live="alert"
            heading={t('pane.clash', { no: clash.no, field })}
            actions={
              <>
                <Button onClick={() => settle(clash, true)}>{t('pane.takeTheirs')}</Button>
                <Button onClick={() => settle(clash, false)}>{t('pane.keepMine')}</Button>
              </>
            }
          >
            <p>{t('pane.clashHelp')}</p>
            <blockquote class="p-theirs">{wordsOf(clash)}</blockquote>
          </Notice>
        );
      })}
    </>
  );
}

/** What the worksheet says, in words. */
function wordsOf({ field, theirs }: Clash): string {
  if (theirs === null || theirs === undefined || theirs === '') return t('sheet.empty');
  const key = `${field}.${theirs}`;
  return isKey(key) ? t(key) : Array.isArray(theirs) ? theirs.join('、') : String(theirs);
}
