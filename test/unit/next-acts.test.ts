import { type ComponentChild, isValidElement, type VNode } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { parseCommand } from '../../cli/arguments.ts';
import { inFile, problemLine } from '../../cli/problems.ts';
import { inSheet, type Problem, type ProblemCode, problemCodes } from '../../core/result.ts';
import {
  type NextAct,
  nextActOf,
  nextActs,
  nextActsOf,
} from '../../core/sheet/session/next-act.ts';
import ja from '../../locales/ja.json' with { type: 'json' };
import { NextActs as NextActsOfPane } from '../../office-addin/taskpane/next-acts.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';

// No problem of a sheet is the end of the way: on the page and in the pane something can be pressed
// that leads on, and the command line names what to add or to change.

// What is being written is saved when the page is left: that needs one.
vi.stubGlobal('addEventListener', () => {});
vi.stubGlobal('document', new EventTarget());
const { NextActs: NextActsOfPage } = await import('../../extension/sheet/next-acts.tsx');

type Element = VNode<Record<string, unknown>>;

const isElement = (node: ComponentChild): node is Element => isValidElement(node);

/** The pieces that are drawn, rows and fragments taken apart. */
function drawn(node: ComponentChild): Element[] {
  if (Array.isArray(node)) return node.flatMap(drawn);
  if (!isElement(node)) return [];
  const inside = drawn(node.props.children as ComponentChild);
  const type: unknown = node.type;
  return type === Button || type === ButtonLink || inside.length === 0 ? [node] : inside;
}

/** Whatever any of the texts asks for. */
const names = Object.values(ja).flatMap((text) => text.match(/(?<=\{)\w+(?=\})/g) ?? []);
const params = Object.fromEntries(
  names.filter((name) => name !== 'sheet').map((name) => [name, 'x']),
);
const problemOf = (code: ProblemCode): Problem => ({ code, at: inSheet('様式', 'D12'), params });

test('of several problems each act is offered once, and all of them are used', () => {
  const all = nextActsOf([...problemCodes, ...problemCodes].map(problemOf));
  expect(all.toSorted()).toEqual(nextActs.toSorted());
});

/** The addresses that the faces' own routes know. */
const routes = {
  page: /^#\/(?:|teach|found|write)$/,
  pane: /^#\/(?:sheet|form|write)$/,
};
/** Pieces that draw buttons of their own: the sheet's own file is saved, a worksheet is chosen of those that are there. */
const pieces = { page: ['SheetFile'], pane: ['SaveSheet', 'ChooseSheet'] };

describe.each(['page', 'pane'] as const)('in the %s', (face) => {
  const NextActs = face === 'page' ? NextActsOfPage : NextActsOfPane;
  const actsOf = (code: ProblemCode) => drawn(NextActs({ problems: [problemOf(code)] }));

  test.each(problemCodes)('%s leads on', (code) => {
    const [act, ...others] = actsOf(code);
    if (!act) throw new Error('nothing to press');
    expect(others).toEqual([]);
    const { props } = act;
    const type: unknown = act.type;
    if (type === Button) expect(props.onClick).toBeTypeOf('function');
    else if (type === ButtonLink) expect(props.href).toMatch(routes[face]);
    else expect(pieces[face]).toContain((type as { name: string }).name);
  });

  test('each act is drawn as something of its own', () => {
    const seen = new Set(
      problemCodes.flatMap((code) =>
        actsOf(code).map(
          ({ type, key, props }) => `${(type as { name: string }).name} ${key} ${props.href}`,
        ),
      ),
    );
    // In Excel what stands in a cell is always replaced: there it is to write.
    expect(seen.size).toBe(nextActs.length - (face === 'pane' ? 1 : 0));
  });
});

describe('on the command line', () => {
  /** What must be named, beside the words of the problem. */
  const named: Partial<Record<NextAct, RegExp>> = {
    teach: / --form|（--form/,
    'choose-sheet': /--worksheet.*"worksheets"/,
    'tell-section': /--form.*"section"/,
    'choose-section': /--form.*"section"/,
    replace: /--replace/,
    wrap: /--wrap/,
    'save-sheet': /--form.*"append"/,
  };
  const options = ['--form', '--worksheet', '--replace', '--wrap', '--reading'];
  const keysOfForms = ['targets', 'worksheets', 'fingerprint', 'append'];

  test.each(problemCodes)('%s names what settles it', (code) => {
    const line = problemLine(inFile('様式.xlsx', problemOf(code)));
    expect(line).toContain(`様式.xlsx:様式!D12: ${code}: `);
    expect(line).toMatch(named[nextActOf({ code })] ?? /ください/);
    expect(line).not.toMatch(/undefined|\n/);
    for (const [option] of line.matchAll(/--[a-z]+/g)) expect(options).toContain(option);
    const [, formLine] = /様式のファイルの (".*\}|".*\]) で/.exec(line) ?? [];
    if (!formLine) return;
    const [key] = Object.keys(JSON.parse(`{${formLine}}`));
    expect(keysOfForms).toContain(key);
  });

  test('of several readings it names how one is taken', () => {
    const line = problemLine(inFile('様式.xlsx', problemOf('column-unclear'), 2));
    expect(line).toMatch(/2通り.*form の --reading 1 から 2 .*--form/);
  });

  test.each([
    'fill --template T.xlsx --sheet S.json --out O.xlsx --form F.json --replace --wrap',
    'fill --template T.xlsx --sheet S.json --out O.xlsx --worksheet 様式',
    'form --workbook W.xlsx --out F.json --reading 2',
  ])('what it names is understood: %s', (line) => {
    expect(parseCommand(line.split(' '))).not.toBeNull();
  });
});
