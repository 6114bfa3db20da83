import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { Compared } from './compared.tsx';

interface DraftDiffersProps {
  /** What the workbook says. */
  fresh: Sheet;
  draft: Sheet;
  /** When the draft was saved last. */
  time: string;
  /** The workbook that it was written for, where it names one. */
  fileName: string | undefined;
  onDraft: () => void;
  onFile: () => void;
  onBack: () => void;
}

/** A draft of another workbook, beside what this one says: the chief says with which to begin. */
export function DraftDiffers({ fresh, draft, time, fileName, ...on }: DraftDiffersProps) {
  return (
    <Notice
      kind="warning"
      focused
      heading={t('sheet.differs')}
      actions={
        <>
          <Button kind="primary" onClick={on.onDraft}>
            {t('sheet.useDraft')}
          </Button>
          <Button onClick={on.onFile}>{t('sheet.useFile')}</Button>
          <Button kind="text" onClick={on.onBack}>
            {t('sheet.chooseOther')}
          </Button>
        </>
      }
    >
      {fileName !== undefined && <p>{t('sheet.differsFile', { name: fileName })}</p>}
      <p>{t('sheet.differsHelp', { time })}</p>
      <Compared one={draft} other={fresh} names={[t('sheet.draft'), t('sheet.workbook')]} />
    </Notice>
  );
}
