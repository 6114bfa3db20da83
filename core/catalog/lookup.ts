import type {
  Catalog,
  Philosophy,
  PhilosophyId,
  Scene,
  SceneId,
  Standard,
  StandardId,
} from './catalog.ts';

/** Finding things in a catalog by id, and along philosophy item → standard and scene → standard (001 §5(3)). */

interface Index {
  readonly standards: ReadonlyMap<StandardId, Standard>;
  readonly scenes: ReadonlyMap<SceneId, Scene>;
  readonly philosophies: ReadonlyMap<PhilosophyId, Philosophy>;
  readonly byScene: ReadonlyMap<SceneId, readonly Standard[]>;
  readonly byPhilosophy: ReadonlyMap<PhilosophyId, readonly Standard[]>;
}

// A catalog never changes, so its index is made once and goes when the catalog goes.
const indexes = new WeakMap<Catalog, Index>();

function indexOf(catalog: Catalog): Index {
  let index = indexes.get(catalog);
  if (!index) {
    index = makeIndex(catalog);
    indexes.set(catalog, index);
  }
  return index;
}

function makeIndex({ standards, scenes, philosophies }: Catalog): Index {
  const byScene = new Map<SceneId, Standard[]>(scenes.map(({ id }) => [id, []]));
  const byPhilosophy = new Map<PhilosophyId, Standard[]>(philosophies.map(({ id }) => [id, []]));
  for (const standard of standards) {
    append(byScene, standard.scene, standard);
    for (const id of standard.philosophies) append(byPhilosophy, id, standard);
  }
  return {
    standards: new Map(standards.map((standard) => [standard.id, standard])),
    scenes: new Map(scenes.map((scene) => [scene.id, scene])),
    philosophies: new Map(philosophies.map((philosophy) => [philosophy.id, philosophy])),
    byScene,
    byPhilosophy,
  };
}

function append<K>(lists: Map<K, Standard[]>, key: K, standard: Standard): void {
  const list = lists.get(key);
  if (list) list.push(standard);
  else lists.set(key, [standard]);
}

export const standardById = (catalog: Catalog, id: StandardId): Standard | undefined =>
  indexOf(catalog).standards.get(id);

export const sceneById = (catalog: Catalog, id: SceneId): Scene | undefined =>
  indexOf(catalog).scenes.get(id);

export const philosophyById = (catalog: Catalog, id: PhilosophyId): Philosophy | undefined =>
  indexOf(catalog).philosophies.get(id);

/** The standards of a scene, in the catalog's order. */
export const standardsOfScene = (catalog: Catalog, id: SceneId): readonly Standard[] =>
  indexOf(catalog).byScene.get(id) ?? [];

/** The standards that serve a philosophy item, in the catalog's order. */
export const standardsOfPhilosophy = (catalog: Catalog, id: PhilosophyId): readonly Standard[] =>
  indexOf(catalog).byPhilosophy.get(id) ?? [];
