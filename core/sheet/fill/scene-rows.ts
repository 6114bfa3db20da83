import { type Places, type SectionPlace, textAt } from '../form/places.ts';
import type { SheetSection } from '../model/sheet.ts';
import { sceneKey } from './scene-key.ts';

/**
 * A section's places in the order of its targets, where the scenes are printed beside them: ③電話 is the
 * row of the target for 電話. Only where each target has a scene, and each scene one row; else as they are.
 */
export function byScenes(
  places: Places,
  place: SectionPlace,
  { targets }: SheetSection,
): SectionPlace {
  const scenes = place.targets.map(({ cells }) =>
    cells.scene ? sceneKey(textAt(places, cells.scene)) : '',
  );
  const isPrinted = scenes.every((scene) => scene !== '') && new Set(scenes).size === scenes.length;
  if (!isPrinted || place.targets.length < 2) return place;
  const rows = new Map(targets.map(({ no, scene }) => [no, scenes.indexOf(sceneKey(scene ?? ''))]));
  const own = [...rows.values()];
  const isEach = own.every((row) => row >= 0) && new Set(own).size === targets.length;
  if (!isEach || Math.max(0, ...rows.keys()) > place.targets.length) return place;
  const rest = place.targets.filter((_, index) => !own.includes(index));
  const ordered = place.targets.flatMap((_, index) => {
    const row = rows.get(index + 1);
    const target = row === undefined ? rest.shift() : place.targets[row];
    return target ?? [];
  });
  return { ...place, targets: ordered };
}
