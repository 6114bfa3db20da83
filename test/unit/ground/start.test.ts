import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { serve } from '../../../scripts/server.ts';

// Every case here ends before anything is built.

let stop: () => unknown = () => {};
afterEach(() => stop());

const start = (words: string[], variables: Record<string, string> = {}) =>
  new Promise<{ code: unknown; said: string }>((done) => {
    const env = { ...process.env, PORT: '', ...variables };
    execFile(process.execPath, ['scripts/start.ts', ...words], { env }, (error, out, err) =>
      done({ code: error?.code ?? 0, said: out + err }),
    );
  });

test('started twice: the second names the address of the first', async () => {
  const identity = { name: 'furikaeri', version: '0.0.1' };
  const site = await serve({ folder: 'docs', port: 0, identity });
  stop = site.close;
  const { code, said } = await start(['--port', new URL(site.url).port]);
  expect(said).toContain('もう動いています');
  expect(said).toContain(site.url);
  expect(code).toBe(0);
});

test.each([
  ['that speaks of something else', '{"name":"another"}'],
  ['that speaks no JSON', 'hello'],
])('port taken by a program %s', async (_, text) => {
  const another = createServer((_, response) => response.end(text)).listen(0, '127.0.0.1');
  stop = () => another.close();
  await new Promise((done) => another.once('listening', done));
  const { port } = another.address() as AddressInfo;
  const { code, said } = await start([], { PORT: String(port) });
  expect(said).toContain(`ポート ${port} は、ほかのプログラムが使っています。`);
  expect(said).toContain(`localhost:${port}`);
  expect(said).toContain('npm start -- --port');
  expect(code).toBe(1);
});

test.each([
  ['--port', '0'],
  ['--port', 'http'],
  ['--port', '65536'],
  ['--port'],
  ['--prot', '4174'],
])('%s %s is refused with an example', async (...words) => {
  const { code, said } = await start(words);
  expect(said).toContain('npm start -- --port 4174');
  expect(code).toBe(2);
});
