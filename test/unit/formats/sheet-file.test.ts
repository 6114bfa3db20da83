import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { philosophyIds } from '../../../core/catalog/catalog.ts';
import { makeSheetFile, parseSheetFile } from '../../../core/formats/sheet-file.ts';
import { locationText } from '../../../core/result.ts';
import { achievements, costs, type Sheet, standardLinks } from '../../../core/sheet/model/sheet.ts';
import { oddText } from './odd-text.ts';

const golden = readFileSync(
  new URL('../../fixtures/formats/sheet-1.json', import.meta.url),
  'utf8',
);

const mayText = fc.option(oddText);
const target = fc.record(
  {
    no: fc.integer({ min: 1, max: 999 }),
    scene: mayText,
    target: mayText,
    measures: mayText,
    midResult: mayText,
    result: mayText,
    philosophies: fc.uniqueArray(fc.constantFrom(...philosophyIds)),
    standard: fc.option(
      fc.record({ id: fc.constant('phone-name-first'), kind: fc.constantFrom(...standardLinks) }),
    ),
    policy: fc.option(fc.integer({ min: 1, max: 99 })),
    organizationGoal: mayText,
    cost: fc.option(fc.constantFrom(...costs)),
    achievement: fc.option(fc.constantFrom(...achievements)),
    countermeasure: mayText,
    nominate: fc.boolean(),
    becomesStandard: fc.boolean(),
  },
  { requiredKeys: ['no'], noNullPrototype: true },
);
const sheets: fc.Arbitrary<Sheet> = fc.record(
  {
    fiscalYear: fc.option(fc.integer({ min: 1926, max: 9998 })),
    ward: mayText,
    policies: fc.array(mayText, { maxLength: 5 }),
    sections: fc.array(
      fc.record(
        {
          division: mayText,
          section: oddText.filter((name) => name !== ''),
          targets: fc.uniqueArray(target, { selector: ({ no }) => no, maxLength: 5 }),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);

test('what is made is read back, with the keys that were absent still absent', () => {
  fc.assert(
    fc.property(sheets, (sheet) => {
      const read = parseSheetFile(makeSheetFile(sheet));
      expect(read).toEqual({ ok: true, value: { format: 'furikaeri.sheet/1', ...sheet } });
    }),
    { numRuns: 100 },
  );
});

test('a read file is made again as it was', () => {
  const read = parseSheetFile(golden);
  expect(read.ok && makeSheetFile(read.value)).toBe(golden);
});

test('keys we do not know stay, at every level', () => {
  const known = JSON.parse(golden);
  const [first, ...sections] = known.sections;
  const further = {
    ...known,
    seal: '区長印',
    sections: [
      { ...first, seats: 4, targets: [{ ...first.targets[0], memo: '朝礼で確認' }] },
      ...sections,
    ],
  };
  expect(parseSheetFile(JSON.stringify(further))).toEqual({ ok: true, value: further });
});

describe('is refused with its place', () => {
  const section = { division: null, section: '区民課', targets: [{ no: 1 }] };
  const sheet = { format: 'furikaeri.sheet/1', fiscalYear: 2026, ward: '多摩区', policies: [] };
  const withTarget = (target: object) => ({
    ...sheet,
    sections: [{ ...section, targets: [{ no: 1, ...target }] }],
  });
  test.each<[string, object, string]>([
    ['no sections', sheet, 'missing sections'],
    ['no year', { ...sheet, fiscalYear: undefined, sections: [] }, 'missing fiscalYear'],
    ['a year as text', { ...sheet, fiscalYear: '2026', sections: [] }, 'wrong-type fiscalYear'],
    [
      'a policy that is a number',
      { ...sheet, policies: [1], sections: [] },
      'wrong-type policies[0]',
    ],
    [
      'a nameless section',
      { ...sheet, sections: [{ ...section, section: '' }] },
      'wrong-value sections[0].section',
    ],
    ['number 0', withTarget({ no: 0 }), 'wrong-value sections[0].targets[0].no'],
    [
      'an unknown philosophy item',
      withTarget({ philosophies: ['kindness'] }),
      'wrong-value sections[0].targets[0].philosophies[0]',
    ],
    [
      'measures as a list',
      withTarget({ measures: ['掲示', '声かけ'] }),
      'wrong-type sections[0].targets[0].measures',
    ],
    [
      'a mid-year result that is a number',
      withTarget({ midResult: 3 }),
      'wrong-type sections[0].targets[0].midResult',
    ],
    [
      'an achievement of its own',
      withTarget({ achievement: 'A' }),
      'wrong-value sections[0].targets[0].achievement',
    ],
    [
      'a number twice',
      { ...sheet, sections: [{ ...section, targets: [{ no: 2 }, { no: 2 }] }] },
      'duplicate-id sections[0].targets[1].no',
    ],
  ])('%s', (_, value, problem) => {
    const read = parseSheetFile(JSON.stringify(value));
    const told = read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${locationText(at)}`);
    expect(told).toEqual([problem]);
  });
});
