import type { ComponentChildren } from 'preact';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { Frame } from '../app/frame.tsx';
import { route } from '../app/route.ts';
import { sides } from './conflicts.ts';
import { book } from './current-workbook.ts';
import { writing } from './draft.ts';
import { failed } from './draft-saving.ts';
import { DraftTrouble } from './draft-trouble.tsx';
import { left } from './left.ts';

interface SheetFrameProps {
  title: string;
  /** The view before this one. */
  back?: { readonly href: string; readonly label: string };
  /** Something in it is refused. */
  invalid?: boolean;
  children: ComponentChildren;
}

/** A view of the sheet's page: the file at hand above it, and what is wrong with saving the draft. */
export function SheetFrame({ title, back, invalid = false, children }: SheetFrameProps) {
  return (
    <Frame
      title={title}
      route={route.value.join('/')}
      running={runningOf(writing.value)}
      invalid={invalid}
      savedAt={(time) => t('sheet.draftSaved', { time })}
      unsaved={failed.value !== null || sides.value?.kind === 'page'}
      above={
        back && (
          <p class="s-above">
            <a href={back.href}>{back.label}</a>
            {book.value && <span>{t('sheet.file', { name: book.value.name })}</span>}
          </p>
        )
      }
    >
      <DraftTrouble />
      {left.value && back && (
        <Notice kind="info" live="status" heading={t(`sheet.left-${left.value.file}`)}>
          <p>{t(`sheet.leftHelp-${left.value.file}`)}</p>
        </Notice>
      )}
      {children}
    </Frame>
  );
}

function runningOf(sheet: Sheet | null): string | undefined {
  if (!sheet) return undefined;
  const { fiscalYear, ward, sections } = sheet;
  const year = fiscalYear === null ? null : fiscalYearName(fiscalYear);
  return [year, ward, sections[0]?.section].filter(Boolean).join('　');
}
