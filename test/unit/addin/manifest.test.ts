import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import about from '../../../package.json' with { type: 'json' };
import { AddressProblem, addressOf, localUrl, manifestFor } from '../../../scripts/addin-files.ts';

// The add-in's manifest: what Excel's own validator looks at, as far as that is written down.

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The XML as a tree; throws where tags don't match. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, end, name = '', rest = '', alone, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const last = open.at(-1) as Element;
    if (text !== undefined) last.text += text.trim();
    else if (end) {
      if (open.pop()?.name !== name) throw new Error(`</${name}>`);
    } else {
      const attributes = Object.fromEntries(
        [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      const element: Element = { name, attributes, children: [], text: '' };
      last.children.push(element);
      if (!alone) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('not closed');
  return root.children[0] as Element;
}

const source = readFileSync('office-addin/manifest.xml', 'utf8').replace(/^<\?xml.*?\?>/, '');
const app = parse(source);

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
const one = (element: Element, ...path: string[]): Element =>
  path.reduce((at, name) => {
    const [found, ...more] = at.children.filter((child) => child.name === name);
    if (!found || more.length > 0) throw new Error(`${name} in ${at.name}`);
    return found;
  }, element);
const names = ({ children }: Element) => children.map(({ name }) => name);

describe('the order that the schema asks for', () => {
  test.each([
    [
      'OfficeApp',
      app,
      'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides',
    ],
    ['VersionOverrides', one(app, 'VersionOverrides'), 'Hosts Resources'],
    [
      'DesktopFormFactor',
      one(app, 'VersionOverrides', 'Hosts', 'Host', 'DesktopFormFactor'),
      'GetStarted FunctionFile ExtensionPoint',
    ],
    [
      'Resources',
      one(app, 'VersionOverrides', 'Resources'),
      'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
    ],
  ])('%s', (_, element, order) => {
    expect(names(element).join(' ')).toBe(order);
  });

  test.each(all(app, 'Control'))('a button of the ribbon', (button) => {
    expect(names(button)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    expect(button.attributes['xsi:type']).toBe('Button');
  });
});

test('two buttons on the tab ホーム, opening the pane in two rooms', () => {
  const tab = all(app, 'OfficeTab');
  expect(tab.map(({ attributes }) => attributes.id)).toEqual(['TabHome']);
  const buttons = all(app, 'Control');
  expect(buttons.map((button) => words(one(button, 'Label')))).toEqual(['シートに記入', '点検']);
  const places = buttons.map((button) => resource(one(button, 'Action', 'SourceLocation')));
  expect(places).toEqual([`${localUrl}taskpane.html`, `${localUrl}taskpane.html#/check`]);
});

const resources = new Map(
  all(one(app, 'VersionOverrides', 'Resources'), 'bt:Image')
    .concat(
      all(one(app, 'VersionOverrides', 'Resources'), 'bt:Url'),
      all(one(app, 'VersionOverrides', 'Resources'), 'bt:String'),
    )
    .map((element) => [element.attributes.id ?? '', element]),
);
const resource = ({ attributes }: Element): string =>
  resources.get(attributes.resid ?? '')?.attributes.DefaultValue ?? '';
const words = resource;

test('every resource is there, is used, and has an id that Excel takes', () => {
  const used = [...source.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id);
  expect([...new Set(used)].sort()).toEqual([...resources.keys()].sort());
  for (const id of resources.keys()) expect(id.length).toBeLessThanOrEqual(32);
});

test('ids are told once', () => {
  const ids = [...source.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(one(app, 'Id').text).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('every address is https and has its file', () => {
  const addresses = [...source.matchAll(/"(https?:\/\/[^"]+)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/schemas\.microsoft\.com|w3\.org/.test(address));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const { protocol, pathname } = new URL(address);
    expect(protocol).toBe('https:');
    const folder = pathname.endsWith('.png') ? 'office-addin/public' : 'office-addin';
    expect(() => readFileSync(join(folder, pathname))).not.toThrow();
  }
});

test('icons have the sizes that they are named for', () => {
  const widthOf = (png: Buffer) => png.readUInt32BE(16);
  const icons = all(app, 'bt:Image').filter(({ attributes }) => attributes.size);
  expect(new Set(icons.map(({ attributes }) => attributes.size))).toEqual(
    new Set(['16', '32', '80']),
  );
  for (const icon of icons) {
    const png = readFileSync(join('office-addin/public', new URL(resource(icon)).pathname));
    expect(widthOf(png)).toBe(Number(icon.attributes.size));
  }
  for (const [name, size] of Object.entries({ IconUrl: 32, HighResolutionIconUrl: 64 })) {
    const { pathname } = new URL(one(app, name).attributes.DefaultValue ?? '');
    expect(widthOf(readFileSync(join('office-addin/public', pathname)))).toBe(size);
  }
});

test('Japanese by default, and every text in English too', () => {
  expect(one(app, 'DefaultLocale').text).toBe('ja-JP');
  const texts = [one(app, 'DisplayName'), one(app, 'Description'), ...all(app, 'bt:String')];
  for (const { attributes, children } of texts) {
    expect(attributes.DefaultValue).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
    expect(children.map((child) => child.attributes.Locale)).toEqual(['en-US']);
    expect(children[0]?.attributes.Value).toMatch(/^[A-Z“]/);
  }
  const longest = (element: Element, most: number) =>
    all(element, 'bt:String').every(
      ({ attributes }) => (attributes.DefaultValue?.length ?? 0) <= most,
    );
  expect(longest(one(app, 'VersionOverrides', 'Resources', 'bt:ShortStrings'), 125)).toBe(true);
  expect(longest(one(app, 'VersionOverrides', 'Resources', 'bt:LongStrings'), 250)).toBe(true);
});

test('it asks for the requirement set that the pane asks for, one that Excel LTSC 2021 has', () => {
  const { MinVersion = '' } = one(app, 'Requirements', 'Sets', 'Set').attributes;
  expect(Number(MinVersion.split('.')[1])).toBeLessThanOrEqual(14);
  const pane = readFileSync('office-addin/taskpane/main.tsx', 'utf8');
  expect(pane).toContain(`const excelApi = '${MinVersion}';`);
});

test('its version is that of the product', () => {
  expect(one(app, 'Version').text).toBe(`${about.version}.0`);
});

describe('for another host', () => {
  test('every address is that host’s', () => {
    const address = addressOf('https://intranet.example/furikaeri');
    const written = manifestFor(address);
    expect(written).not.toContain('localhost');
    expect(written).toContain('"https://intranet.example/furikaeri/taskpane.html#/check"');
    expect(written).toContain('<AppDomain>https://intranet.example</AppDomain>');
    expect(() => parse(written.replace(/^<\?xml.*?\?>/, ''))).not.toThrow();
  });

  test.each([
    'http://intranet.example/furikaeri/',
    'intranet',
    '',
    'javascript:alert(1)',
    'file:///c:/addin/',
    'https://intranet.example/taskpane.html',
    'https://intranet.example/?a=b',
    'https://user:password@intranet.example/',
    'https://intranet.example/#/check',
  ])('%j is refused in plain words', (text) => {
    expect(() => addressOf(text)).toThrow(AddressProblem);
    expect(() => addressOf(text)).toThrow(/[ぁ-ん]/);
  });
});
