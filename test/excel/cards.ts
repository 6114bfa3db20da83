import { reformat } from './host/edit.ts';
import { type Format, noBorder } from './host/format.ts';
import { createHost, type Host } from './host/host.ts';
import { resolve } from './host/reference.ts';
import { newWorkbook } from './host/workbook.ts';

const line = { ...noBorder, style: 'Continuous' };
const box = (format: Format): Format => ({
  ...format,
  wrapText: true,
  borders: { EdgeTop: line, EdgeBottom: line, EdgeLeft: line, EdgeRight: line },
});
const label = (format: Format): Format => ({ ...box(format), fill: '#DDEBF7' });

/** A form of three cards in words that no other ward uses: nobody knows it who was not taught. */
export function cards(): Host {
  const host = createHost(newWorkbook('カード'));
  const sheet = host.workbook.active;
  const draw = (place: string, look: (format: Format) => Format, text = '') => {
    const { area } = resolve(host.workbook, sheet, place);
    reformat(sheet, area, look);
    if (text) host.type(place, text);
  };
  host.type('A1', '令和8年度　みんなのカード');
  draw('A2', label, 'チーム');
  draw('B2', box, '区民課');
  for (const no of [1, 2, 3]) {
    const top = 4 + (no - 1) * 4;
    draw(`A${top}`, label, `カード${no}`);
    draw(`A${top + 1}`, label, 'ゆめ');
    draw(`B${top + 1}`, box);
    draw(`A${top + 2}`, label, 'みちのり');
    draw(`B${top + 2}`, box);
  }
  return host;
}
