import { expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { philosophyIds, sceneIds } from '../../../core/catalog/catalog.ts';
import {
  philosophyById,
  sceneById,
  standardById,
  standardsOfPhilosophy,
  standardsOfScene,
} from '../../../core/catalog/lookup.ts';

const { standards } = builtInCatalog;

test('every standard is found by its id', () => {
  for (const standard of standards) {
    expect(standardById(builtInCatalog, standard.id)).toBe(standard);
  }
});

test.each(sceneIds)('the standards of scene %s are the catalog’s, in its order', (id) => {
  expect(standardsOfScene(builtInCatalog, id)).toEqual(
    standards.filter(({ scene }) => scene === id),
  );
  expect(sceneById(builtInCatalog, id)?.id).toBe(id);
});

test.each(philosophyIds)('the standards of %s are the catalog’s, in its order', (id) => {
  expect(standardsOfPhilosophy(builtInCatalog, id)).toEqual(
    standards.filter(({ philosophies }) => philosophies.includes(id)),
  );
  expect(philosophyById(builtInCatalog, id)?.id).toBe(id);
});

test.each(['', 'no-such', 'constructor', '__proto__'])('nothing is found by %o', (id) => {
  expect(standardById(builtInCatalog, id)).toBeUndefined();
});

test('a scene of a layer that defines none still has its standards', () => {
  const layer = { ...builtInCatalog, scenes: [], philosophies: [] };
  expect(standardsOfScene(layer, 'phone').length).toBeGreaterThan(0);
  expect(standardsOfScene({ ...layer, standards: [] }, 'phone')).toEqual([]);
});
