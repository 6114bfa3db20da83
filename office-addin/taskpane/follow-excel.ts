import { readSheets } from '../excel/read-sheet.ts';
import { watch } from '../excel/watch.ts';
import { session } from './current-session.ts';
import {
  readAgain,
  reading,
  readings,
  refused,
  selected,
  takeReadings,
} from './current-worksheet.ts';
import { followReadings } from './fetch-session.ts';

/** A worksheet that is being typed into changes many times: it is read when that pauses. */
const pauseMs = 400;
const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the pane and the worksheets current: whatever changes there is read, and shows here. */
export async function followExcel(): Promise<void> {
  await readAgain();
  const watching = await watch({
    onActivated: () => void readAgain().then(followReadings),
    onChanged: (id) => {
      changed.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => void readChanged(), pauseMs);
    },
    onSelected: (id, cell) => {
      const { value: now } = reading;
      if (now?.id === id) selected.value = { sheet: now.grid.name, cell };
    },
  });
  if (!watching.ok) refused.value = watching.error;
}

async function readChanged(): Promise<void> {
  const ids = [...changed];
  changed.clear();
  if (ids.some((id) => id === reading.value?.id)) await readAgain();
  const known = new Set([
    ...readings.value.map(({ id }) => id),
    ...(session.value?.worksheets.map(({ id }) => id) ?? []),
  ]);
  const others = ids.filter((id) => id !== reading.value?.id && known.has(id));
  if (others.length > 0) {
    const read = await readSheets(others);
    if (read.ok) takeReadings(read.value);
  }
  await followReadings();
}
