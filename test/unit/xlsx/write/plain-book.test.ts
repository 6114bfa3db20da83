import { expect, test } from 'vitest';
import { gridsOf } from '../../../../core/xlsx/read/read-grids.ts';
import { openWorkbook } from '../../../../core/xlsx/read/workbook.ts';
import { makeBook } from '../../../../core/xlsx/write/plain-book.ts';

const odd = ['=1+1', '+81', '-5', '@x', '_x0041_', '<a> & "b"', '二行\n目', '𠮷', ' 空白 '];

test('what is written is read back, as texts', () => {
  const bytes = makeBook([
    {
      name: '答え',
      widths: [10, 20],
      head: ['項目', '答え'],
      rows: odd.map((text) => [text, null]),
    },
    { name: '<&>', widths: [10], head: ['数'], rows: [[3], [{ percent: 0.5 }], ['\u0000残る']] },
  ]);
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const [first, second] = gridsOf(opened.value);
  expect([first?.name, second?.name]).toEqual(['答え', '<&>']);
  expect(odd.map((_, index) => first?.cells.get(`A${index + 2}`)?.text)).toEqual(odd);
  expect([...(first?.cells.values() ?? [])].some(({ formula }) => formula)).toBe(false);
  expect(['A2', 'A4'].map((place) => second?.cells.get(place)?.text)).toEqual(['3', '残る']);
});

test('a text that is longer than a cell goes on below, whole, and no other cell moves beside it', () => {
  // A letter of two units lies over the end of the first cell.
  const long = `${'あ'.repeat(32_766)}${'𠮷'.repeat(20_000)}おわり`;
  const widths = [10, 10, 10];
  const rows = [
    ['甲', long, 'い'.repeat(32_767)],
    ['乙', '短い', 4],
  ];
  const opened = openWorkbook(makeBook([{ name: '答え', widths, head: ['一', '二', '三'], rows }]));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const cells = gridsOf(opened.value)[0]?.cells;
  const at = (place: string) => cells?.get(place)?.text ?? '';
  const pieces = ['B2', 'B3', 'B4'].map(at);
  expect(pieces.join('')).toBe(long);
  expect(pieces.every((piece) => piece.length <= 32_767 && !/\p{Cs}/u.test(piece))).toBe(true);
  expect(['A2', 'A3', 'A4', 'C3'].map(at)).toEqual(['甲', '', '', '']);
  expect(at('C2')).toHaveLength(32_767);
  expect(['A5', 'B5', 'C5'].map(at)).toEqual(['乙', '短い', '4']);
});
