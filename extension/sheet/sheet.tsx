import { route } from '../app/route.ts';
import { CheckView } from './check-view.tsx';
import { book, parsedSheet } from './current-workbook.ts';
import { writing } from './draft.ts';
import { FoundView } from './found-view.tsx';
import { OpenView } from './open-view.tsx';
import './sheet.css';
import { TeachView } from './teach-view.tsx';
import { WriteView } from './write-view.tsx';

/** A section's targets and results: open the template, see what was found, write, look through, save. */
export function SheetPage() {
  const [asked = ''] = route.value;
  // What is being written is in the store; the file itself is not, and is opened anew after a reload.
  if (!book.value || asked === '') return <OpenView />;
  if (asked === 'teach') return <TeachView />;
  if (!parsedSheet.value?.ok || !writing.value || asked === 'found') {
    return <FoundView />;
  }
  return asked === 'check' ? <CheckView /> : <WriteView />;
}
