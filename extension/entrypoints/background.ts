import { defineBackground } from 'wxt/utils/define-background';
import { nextJapanDay } from '../../core/calendar/japan-time.ts';
import { renewBadge } from '../app/badge.ts';
import { inPrivateWindow } from '../platform/private-window.ts';
import { reopenPages, takePlaces } from '../platform/reopening.ts';
import { openPanelOnClick } from '../platform/toolbar.ts';
import { atEachWaking, atStart } from '../platform/waking.ts';
import { openWelcome } from '../platform/welcome.ts';

export default defineBackground(() => {
  openPanelOnClick();
  // Chromium starts a second background for private windows: the pages there only say what they are.
  if (inPrivateWindow) return;
  atEachWaking(nextJapanDay(Date.now()), renewBadge);
  atStart({ installed: openWelcome, fresh: takePlaces, replaced: reopenPages });
});
