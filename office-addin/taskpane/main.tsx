import { render } from 'preact';
import { stayWhenFilesAreDropped } from '../../ui/dropped-file.ts';
import { keepLineEnds } from '../../ui/line-ends.ts';
import '../../ui/style/style.css';
import { followExcel } from './follow-excel.ts';
import { recallForms } from './kept-forms.ts';
import { language, startLanguage } from './language.tsx';
import { later } from './later.tsx';
import { type Outside, OutsidePage } from './outside.tsx';
import { SheetView } from './sheet-view.tsx';
import './pane.css';
import { go, view } from './view.ts';

/** The highest requirement set that is used, as in the manifest. */
const excelApi = '1.13';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const fetchWrite = async () => (await import('./write-view.tsx')).WriteView;

const shown = {
  sheet: SheetView,
  write: later(fetchWrite),
  check: later(async () => (await import('./check-view.tsx')).CheckView),
  new: later(async () => (await import('./new-view.tsx')).NewView),
  form: later(async () => (await import('./form-view.tsx')).FormView),
};

function Pane({ outside }: { outside: Outside | null }) {
  if (outside) return <OutsidePage key={language.value} why={outside} />;
  const View = shown[view.value];
  // Words don't change by themselves: the whole pane is drawn anew in another language.
  return <View key={`${view.value} ${language.value}`} />;
}

async function start(mount: HTMLElement): Promise<void> {
  keepLineEnds();
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
  if (view.value === 'write') go('sheet');
  const outside = !isExcel ? 'browser' : isNewEnough ? null : 'too-old';
  if (outside === null) await recallForms();
  render(<Pane outside={outside} />, mount);
  if (outside !== null) return;
  await followExcel();
  // What most go on to is there before they do.
  void fetchWrite();
}

/** Office.js puts null in the place of two functions of the page's history; those of its kind are still there. */
function restoreHistory(): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    if (history[name] === null) Reflect.deleteProperty(history, name);
  }
}

void start(root);
