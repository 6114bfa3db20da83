import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { save } from '../../../cli/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'furikaeri-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: string[]) => join(folder, ...names);
const text = (path: string) => readFileSync(path, 'utf8');
const over = { overwrite: true };
const new_ = { overwrite: false };

test('a name as long as a file system takes', () => {
  const name = `${'区'.repeat(83)}a.xlsx`;
  expect(Buffer.byteLength(name)).toBe(255);
  expect(save(at(name), '一', new_)).toBeNull();
  expect(save(at(name), '二', over)).toBeNull();
  expect(readdirSync(folder)).toEqual([name]);
  expect(text(at(name))).toBe('二');
});

test('a link stays one, and the file that it leads to is written', () => {
  mkdirSync(at('共有'));
  writeFileSync(at('共有', '様式.xlsx'), '一');
  symlinkSync(join('共有', '様式.xlsx'), at('様式.xlsx'));
  symlinkSync('様式.xlsx', at('二重.xlsx'));
  expect(save(at('二重.xlsx'), '二', over)).toBeNull();
  expect(lstatSync(at('二重.xlsx')).isSymbolicLink()).toBe(true);
  expect(lstatSync(at('様式.xlsx')).isSymbolicLink()).toBe(true);
  expect(text(at('共有', '様式.xlsx'))).toBe('二');
  expect(save(at('様式.xlsx'), '三', new_)).toBe('out-exists');
});

test('a link to nothing yet makes what it leads to; one in a circle is refused', () => {
  symlinkSync('まだ.xlsx', at('様式.xlsx'));
  expect(save(at('様式.xlsx'), '一', new_)).toBeNull();
  expect(lstatSync(at('様式.xlsx')).isSymbolicLink()).toBe(true);
  expect(text(at('まだ.xlsx'))).toBe('一');
  symlinkSync('乙', at('甲'));
  symlinkSync('甲', at('乙'));
  expect(save(at('甲'), '二', over)).toBe('not-saved');
  expect(lstatSync(at('甲')).isSymbolicLink()).toBe(true);
});

test('a folder that is a link is written into', () => {
  mkdirSync(at('本体'));
  symlinkSync('本体', at('近道'));
  expect(save(at('近道', '様式.xlsx'), '一', new_)).toBeNull();
  expect(readdirSync(at('本体'))).toEqual(['様式.xlsx']);
});

test.each([0o600, 0o640, 0o664, 0o755])('permissions %o are kept', (mode) => {
  writeFileSync(at('様式.xlsx'), '一');
  chmodSync(at('様式.xlsx'), mode);
  expect(save(at('様式.xlsx'), '二', over)).toBeNull();
  expect(statSync(at('様式.xlsx')).mode & 0o777).toBe(mode);
  expect(text(at('様式.xlsx'))).toBe('二');
});

test('where it cannot be written, nothing is left behind', () => {
  writeFileSync(at('ファイル'), '一');
  expect(save(at('ファイル', '様式.xlsx'), '二', new_)).toBe('not-saved');
  mkdirSync(at('様式.xlsx'));
  expect(save(at('様式.xlsx'), '二', over)).toBe('not-saved');
  expect(readdirSync(folder).sort()).toEqual(['ファイル', '様式.xlsx'].sort());
});
