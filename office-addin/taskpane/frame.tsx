import type { ComponentChildren } from 'preact';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Rooms } from '../../ui/rooms.tsx';
import { hostErrorKey } from '../excel/host-error.ts';
import { readAgain, refused } from './at-hand.ts';
import { LanguageChoice } from './language.tsx';
import { room, rooms } from './room.ts';
import { UndoBar } from './undo-bar.tsx';

interface FrameProps {
  title: string;
  /** The way on; it stays in view. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A room of the pane: the other rooms above it, what can be taken back, and what keeps Excel from answering. */
export function Frame({ title, footer, children }: FrameProps) {
  return (
    <Page
      narrow
      title={title}
      route={room.value}
      invalid={refused.value !== null}
      aside={<LanguageChoice />}
      above={
        <Rooms
          label={t('pane.rooms')}
          rooms={rooms.map((each) => ({
            href: `#/${each}`,
            label: t(`pane.room-${each}`),
            current: each === room.value,
          }))}
        />
      }
      footer={footer}
    >
      <UndoBar />
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
