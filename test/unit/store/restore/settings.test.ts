import { expect, test } from 'vitest';
import { settingsFrom } from '../../../../extension/store/restore/settings.ts';
import { defaultSettings, type Settings } from '../../../../extension/store/session/user.ts';

const settings: Settings = {
  unit: { ward: '多摩区', division: null, section: '区民課' },
  role: 'promoter',
  shortcuts: false,
  language: 'en',
  window: { from: { month: 2, day: 1 }, to: { month: 3, day: 31 } },
};

test('settings come back from a file as they went in', () => {
  expect(settingsFrom(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test.each([
  ['nothing', {}],
  ['a role there is none of', { role: 'mayor' }],
  ['a key of every object as a role', { role: 'toString' }],
  ['words for a switch', { shortcuts: 'yes' }],
  ['a language we do not speak', { language: 'fr' }],
  ['a unit that is a text', { unit: '多摩区' }],
  ['names that are numbers or empty', { unit: { ward: 1, division: '', section: null } }],
  ['half a window', { window: { from: { month: 4, day: 1 } } }],
  ['a day beyond the month', { window: { from: { month: 13, day: 1 }, to: { month: 1, day: 1 } } }],
  ['no window', { window: null }],
])('%s gives the settings of the beginning', (_, file) => {
  expect(settingsFrom(file)).toEqual(defaultSettings);
});
