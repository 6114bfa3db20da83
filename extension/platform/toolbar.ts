import browser from 'webextension-polyfill';

/** The button in the browser's toolbar. For the background alone: there the extension APIs are always at hand. */

interface Chromium {
  readonly sidePanel?: {
    setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>;
  };
}

/** A click opens the panel beside the page: the side panel of Chrome and Edge, Firefox's sidebar. */
export function openPanelOnClick(): void {
  const { sidePanel } = (globalThis as { chrome?: Chromium }).chrome ?? {};
  if (sidePanel) {
    void sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  } else {
    // Within the click itself: anything later Firefox takes for not being asked by a person.
    browser.action.onClicked.addListener(() => void browser.sidebarAction.toggle());
  }
}

export interface Badge {
  /** Up to four characters; empty for none. */
  readonly text: string;
  /** The button's tooltip. */
  readonly title: string;
}

export async function showBadge({ text, title }: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setTitle({ title }),
    action.setBadgeBackgroundColor({ color: '#0017c1' }),
    action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}
