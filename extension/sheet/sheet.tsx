import { route } from '../shell/route.ts';
import { book, located, told } from './at-hand.ts';
import { CheckRoom } from './check-room.tsx';
import { FoundRoom } from './found-room.tsx';
import { OpenRoom } from './open-room.tsx';
import './sheet.css';
import { WriteRoom } from './write-room.tsx';
import { writing } from './writing.ts';

/** A section's targets and results: open the template, see what was found, write, look through, save. */
export function SheetPage() {
  const [asked = ''] = route.value;
  // What is being written is in the store; the file itself is not, and is opened anew after a reload.
  if (!book.value || asked === '') return <OpenRoom />;
  if (!located.value?.ok || !told.value?.ok || !writing.value || asked === 'found') {
    return <FoundRoom />;
  }
  return asked === 'check' ? <CheckRoom /> : <WriteRoom />;
}
