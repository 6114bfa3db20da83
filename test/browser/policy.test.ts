import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, chromeFolder, openChromium } from './chromium.ts';
import { freshProfile } from './profile.ts';
import { describeWith } from './programs.ts';
import { onePage } from './store.ts';

// F21: what the IT desk presets is shown and can be changed; what can't be used does no harm, and is named.

const preset = { ward: '多摩区', division: '区民サービス部', section: '区民課' };
const wrong = { ward: '多摩区', division: 42, section: 'あ'.repeat(61), color: 'blue' };

const policies = '/etc/chromium/policies/managed';

/** Whether this machine lets us set a policy for Chromium. */
function mayManage(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    mkdirSync(policies, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** A build of its own id, so that the policy meets no other browser of this machine. */
function ownBuild(): { folder: string; id: string } {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const folder = mkdtempSync(join(tmpdir(), 'furikaeri-build-'));
  cpSync(chromeFolder, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, key: der.toString('base64') }));
  const digits = createHash('sha256').update(der).digest('hex').slice(0, 32);
  const letter = (digit: string) => String.fromCharCode(97 + Number.parseInt(digit, 16));
  return { folder, id: digits.replace(/./g, letter) };
}

describeWith(['chromium'], 'policy in Chromium', () => {
  if (mayManage()) describe('as the machine sets it', withRealPolicy);
  else describe('faked', withFakedPolicy);
});

function withRealPolicy(): void {
  const profile = freshProfile();
  const build = ownBuild();
  const file = join(policies, `furikaeri-test-${build.id}.json`);
  let chromium: Chromium;
  beforeAll(() => {
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [build.id]: wrong } } }));
  });
  afterAll(async () => {
    rmSync(file, { force: true });
    await chromium?.close();
    profile.remove();
    rmSync(build.folder, { recursive: true });
  });

  test('what fits is taken, what does not is left out and named', async () => {
    chromium = await openChromium({ profile: profile.folder, extension: build.folder });
    await takesWhatFits(chromium);
  });

  test('no page opens by itself where the policy says so', async () => {
    const own = freshProfile();
    const quiet = ownBuild();
    const path = join(policies, `furikaeri-test-${quiet.id}.json`);
    const settings = { [quiet.id]: { welcome: false } };
    writeFileSync(path, JSON.stringify({ '3rdparty': { extensions: settings } }));
    const other = await openChromium({
      profile: own.folder,
      extension: quiet.folder,
      keepsWelcome: true,
    });
    try {
      const page = await onePage(other.context);
      await page.goto(other.address('options.html#/it'));
      const fact = page.locator('tr:has-text("はじめの画面を開く")');
      await expect.poll(() => fact.innerText()).toContain('いいえ');
      // The badge of the background is long there by then.
      expect(other.context.pages()).toEqual([page]);
    } finally {
      await other.close();
      rmSync(path, { force: true });
      rmSync(quiet.folder, { recursive: true });
      own.remove();
    }
  });

  test('a change of the policy holds for the next first run', async () => {
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [build.id]: preset } } }));
    const page = await chromium.context.newPage();
    await expect
      .poll(async () => {
        await page.goto(chromium.address('review.html'));
        await page.waitForSelector('#division', { state: 'attached' });
        return page.inputValue('#division');
      })
      .toBe('区民サービス部');
  });
}

/** Where nobody may write to /etc: the same, the browser's answer replaced. */
function withFakedPolicy(): void {
  const profile = freshProfile();
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await openChromium({ profile: profile.folder });
    await chromium.context.addInitScript((managed) => {
      const { storage } = (globalThis as unknown as { chrome: { storage?: Managed } }).chrome;
      if (!storage) return;
      storage.managed.get = (...words) => {
        const hear = words.find((word) => typeof word === 'function');
        return hear ? hear(managed) : Promise.resolve(managed);
      };
    }, wrong);
  });
  afterAll(async () => {
    await chromium?.close();
    profile.remove();
  });

  test('what fits is taken, what does not is left out and named', () => takesWhatFits(chromium));
}

interface Managed {
  readonly managed: { get(...words: ((data: object) => void)[]): unknown };
}

async function takesWhatFits(chromium: Chromium): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.address('review.html'));
  await expect.poll(() => page.inputValue('#ward')).toBe('多摩区');
  expect(await page.inputValue('#division')).toBe('');
  expect(await page.inputValue('#section')).toBe('');
  expect(await page.textContent('#ward-support')).toContain('変えられます');
  await page.goto(chromium.address('options.html#/it'));
  await page.waitForSelector('text=使えないポリシーがあります');
  // An entry of the wrong kind Chromium itself holds back (chrome://policy names it).
  expect(await page.textContent('.f-notice')).toContain('section');
  expect(await page.textContent('table')).toContain('多摩区');
}
