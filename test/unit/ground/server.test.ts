import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, serve } from '../../../scripts/server.ts';

const outside = mkdtempSync(join(tmpdir(), 'furikaeri-server-'));
const folder = join(outside, 'site');
const policy = "default-src 'none'";
let site: RunningSite;

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  mkdirSync(join(outside, 'site-of-another'));
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify({ content_security_policy: { extension_pages: policy } }),
    'home.html': 'home',
    'chunks/a.js': 'export {}',
    'style.css': 'p {}',
    'icon.svg': '<svg/>',
    'data.bin': '0',
    '../secret.txt': 'secret',
    '../site-of-another/secret.txt': 'secret',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  site = await serve({ folder, port: 0, identity: { name: 'furikaeri', version: '1.2.3' } });
});

afterAll(async () => {
  await site.close();
  rmSync(outside, { recursive: true });
});

/** The path goes out as it stands; `fetch` would tidy `..` away. */
async function ask(path: string, method = 'GET', host = 'localhost') {
  const asking = request({ host, port: new URL(site.url).port, path, method }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const piece of answer) text += piece;
  return { status: answer.statusCode, headers: answer.headers, text };
}

test.each([
  ['/', 'text/html; charset=utf-8', 'home'],
  ['/home.html?year=2026#top', 'text/html; charset=utf-8', 'home'],
  ['/chunks/a.js', 'text/javascript; charset=utf-8', 'export {}'],
  ['/style.css', 'text/css; charset=utf-8', 'p {}'],
  ['/icon.svg', 'image/svg+xml', '<svg/>'],
  ['/data.bin', 'application/octet-stream', '0'],
])('%s is served as %s', async (path, type, text) => {
  const answer = await ask(path);
  expect(answer).toMatchObject({ status: 200, text });
  expect(answer.headers).toMatchObject({
    'content-type': type,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test.each([
  '/../secret.txt',
  '/chunks/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/../site-of-another/secret.txt',
  '//../secret.txt',
  '/home.html%00.css',
  '/%',
  '/chunks',
  '/chunks/',
  '/nowhere.html',
])('%s is not found', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('secret');
});

test('says whose it is', async () => {
  const { text } = await ask('/furikaeri.json');
  expect(JSON.parse(text)).toEqual({ name: 'furikaeri', version: '1.2.3' });
});

test('takes nothing in', async () => {
  expect((await ask('/home.html', 'POST')).status).toBe(405);
  expect(await ask('/home.html', 'HEAD')).toMatchObject({ status: 200, text: '' });
});

test('a port is given once', async () => {
  const port = Number(new URL(site.url).port);
  await expect(serve({ folder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

const elsewhere = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, family }) => !internal && family === 'IPv4')
  .map(({ address }) => address);

test('answers on this machine alone', async () => {
  expect((await ask('/', 'GET', '127.0.0.1')).status).toBe(200);
  for (const address of elsewhere) {
    await expect(ask('/', 'GET', address)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
});
