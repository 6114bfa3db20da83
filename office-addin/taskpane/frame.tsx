import type { ComponentChildren } from 'preact';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { PageNav } from '../../ui/page-nav.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import { commands, undoOutcome } from './commands.ts';
import { readAgain, refused } from './current-worksheet.ts';
import { LanguageChoice } from './language.tsx';
import { later } from './later.tsx';
import { view, views } from './view.ts';

/** Fetched once there is something to take back. */
const UndoBar = later(async () => (await import('./undo-bar.tsx')).UndoBar);

interface FrameProps {
  title: string;
  /** The way on; it stays in view. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A view of the pane: the other views above it, what can be taken back, and what keeps Excel from answering. */
export function Frame({ title, footer, children }: FrameProps) {
  return (
    <Page
      narrow
      title={title}
      route={view.value}
      invalid={refused.value !== null}
      aside={<LanguageChoice />}
      above={
        <PageNav
          label={t('pane.views')}
          views={views.map((each) => ({
            href: `#/${each}`,
            label: t(`pane.view-${each}`),
            current: each === view.value,
          }))}
        />
      }
      footer={footer}
    >
      {(commands.value.length > 0 || undoOutcome.value) && <UndoBar />}
      {refused.value && (
        <Notice
          kind="error"
          live="alert"
          heading={t('pane.notRead')}
          actions={<Button onClick={() => void readAgain()}>{t('pane.readAgain')}</Button>}
        >
          <p>{t(hostErrorKey(refused.value))}</p>
        </Notice>
      )}
      {children}
    </Page>
  );
}
