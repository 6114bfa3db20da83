import { readSheets } from '../excel/read-sheet.ts';
import { watch } from '../excel/watch.ts';
import { readAgain, reading, refused, selected } from './at-hand.ts';
import { follow, writing } from './writing.ts';

/** A worksheet that is being typed into changes many times: it is read when that pauses. */
const pause = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the pane and the worksheet current: whatever changes there is read, and shows here. */
export async function followExcel(): Promise<void> {
  await readAgain();
  const watching = await watch({
    onActivated: () => void readAgain().then(takeIn),
    onChanged: (id) => {
      clearTimeout(timer);
      timer = setTimeout(() => void readChanged(id), pause);
    },
    onSelected: (id, address) => {
      if (reading.value?.id === id) selected.value = address;
    },
  });
  if (!watching.ok) refused.value = watching.error;
}

async function readChanged(id: string): Promise<void> {
  if (id === reading.value?.id) {
    await readAgain();
    takeIn();
  } else if (id === writing.value?.worksheet.id) {
    const other = await readSheets([id]);
    if (other.ok && other.value[0]) follow(other.value[0]);
  }
}

function takeIn(): void {
  if (reading.value) follow(reading.value);
}
