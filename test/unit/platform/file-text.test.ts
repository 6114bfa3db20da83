import { expect, test } from 'vitest';
import { textOf } from '../../../extension/platform/file-text.ts';

const shiftJis = [0x8b, 0xe6, 0x96, 0xb1]; // 区務
const file = (bytes: readonly number[]) => new File([new Uint8Array(bytes)], '控え.json');
const utf8 = [...new TextEncoder().encode('{"区":"𠮷"}')];

test.each([
  ['of ours', utf8, '{"区":"𠮷"}', 'UTF-8'],
  ['with a mark', [0xef, 0xbb, 0xbf, ...utf8], '{"区":"𠮷"}', 'UTF-8'],
  ['cut off inside of a letter', utf8.slice(0, 4), '{"区'.slice(0, 2), 'UTF-8'],
  ['of nothing', [], '', 'UTF-8'],
  ['saved as ANSI', shiftJis, '区務', 'Shift_JIS'],
  ['saved as Unicode', [0xff, 0xfe, 0x3a, 0x53], '区', 'UTF-16'],
  ['the other way round', [0xfe, 0xff, 0x53, 0x3a], '区', 'UTF-16'],
  ['of neither', [0x7b, 0xff, 0xa0, 0x00], '{\ufffd\ufffd\u0000', 'UTF-8'],
] as const)('a file %s', async (_, bytes, text, encoding) => {
  expect(await textOf(file(bytes))).toEqual({ text, encoding });
});
