import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { stayWhenFilesAreDropped } from '../../ui/dropped-file.ts';
import '../../ui/style/style.css';
import { CheckRoom } from './check-room.tsx';
import { followExcel } from './follow-excel.ts';
import { FoundRoom } from './found-room.tsx';
import { language, startLanguage } from './language.tsx';
import { type Outside, OutsidePage } from './outside.tsx';
import './pane.css';
import { go, room } from './room.ts';
import { WriteRoom } from './write-room.tsx';

/** The highest requirement set that is used, as in the manifest. */
const excelApi = '1.13';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const rooms = { found: FoundRoom, write: WriteRoom, check: CheckRoom, new: NewRoom };

/** Seldom needed, and fetched when it is. */
function NewRoom() {
  const [Room, setRoom] = useState<ComponentType | null>(null);
  useEffect(() => {
    void import('./new-room.tsx').then((module) => setRoom(() => module.NewRoom));
  }, []);
  return Room && <Room />;
}

function Pane({ outside }: { outside: Outside | null }) {
  if (outside) return <OutsidePage key={language.value} why={outside} />;
  const Room = rooms[room.value];
  // Words don't change by themselves: the whole pane is drawn anew in another language.
  return <Room key={`${room.value} ${language.value}`} />;
}

async function start(mount: HTMLElement): Promise<void> {
  stayWhenFilesAreDropped();
  if (typeof Office === 'undefined') {
    await startLanguage(navigator.language);
    render(<Pane outside="no-office" />, mount);
    return;
  }
  const { host } = await Office.onReady();
  restoreHistory();
  const isExcel = String(host) === 'Excel';
  await startLanguage(isExcel ? Office.context.displayLanguage : navigator.language);
  const isNewEnough = isExcel && Office.context.requirements.isSetSupported('ExcelApi', excelApi);
  // What was being written begins with its section.
  if (room.value === 'write') go('found');
  const outside = !isExcel ? 'browser' : isNewEnough ? null : 'too-old';
  render(<Pane outside={outside} />, mount);
  if (outside === null) await followExcel();
}

/** Office.js puts null in the place of two functions of the page's history; those of its kind are still there. */
function restoreHistory(): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    if (history[name] === null) Reflect.deleteProperty(history, name);
  }
}

void start(root);
