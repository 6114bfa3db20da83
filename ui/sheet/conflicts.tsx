import type { SectionName } from '../../core/sheet/model/section-name.ts';
import type { Conflict } from '../../core/sheet/session/merge.ts';
import { sectionId } from '../../core/sheet/session/section-id.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { Table } from '../table.tsx';
import { CellText } from './cell-text.tsx';
import { changeName, valueText } from './value-text.ts';

interface ConflictsProps {
  /** The other side: the workbook, or another page; `left`: that, and this one is gone. */
  kind: 'file' | 'page' | 'left';
  /** Of the sheet, where it is not the one at hand. */
  name?: string;
  conflicts: readonly Conflict[];
  /** Told where there are several. */
  sections: readonly SectionName[];
  onSettle: (conflict: Conflict, side: 'mine' | 'theirs') => void;
}

/** Texts that were changed here and elsewhere: of each, one press says which is right. */
export function Conflicts({
  kind,
  name: sheet = '',
  conflicts,
  sections,
  onSettle,
}: ConflictsProps) {
  const sectionOf = ({ section }: Conflict) =>
    sections.length > 1 && section !== null
      ? sections.find((each) => sectionId(each) === section)?.section
      : undefined;
  return (
    <Notice kind="warning" live="alert" heading={t(`sheet.conflicts-${kind}`, { name: sheet })}>
      <p>{t(`sheet.conflictsHelp-${kind}`)}</p>
      {conflicts.map((conflict) => {
        const { field, mine, theirs } = conflict;
        const name = [sectionOf(conflict), changeName(conflict)].filter(Boolean).join('　');
        return (
          <fieldset
            key={`${conflict.section} ${conflict.no} ${field}`}
            class="s-conflict"
            aria-label={name}
          >
            <Table
              caption={name}
              head={[t('sheet.whose'), t('sheet.text')]}
              rows={[
                [
                  t(kind === 'left' ? 'sheet.mineLeft' : 'sheet.mine'),
                  <CellText key="mine" text={valueText(field, mine) ?? t('sheet.empty')} />,
                ],
                [
                  t(`sheet.theirs-${kind}`),
                  <CellText key="theirs" text={valueText(field, theirs) ?? t('sheet.empty')} />,
                ],
              ]}
            />
            <Buttons>
              <Button onClick={() => onSettle(conflict, 'mine')}>
                {t(kind === 'left' ? 'sheet.keepMineLeft' : 'sheet.keepMine')}
              </Button>
              <Button onClick={() => onSettle(conflict, 'theirs')}>
                {t(`sheet.takeTheirs-${kind}`)}
              </Button>
            </Buttons>
          </fieldset>
        );
      })}
    </Notice>
  );
}
