import type { Catalog, SceneId, Standard, StandardId } from '../catalog/catalog.ts';
import { standardsOfScene } from '../catalog/lookup.ts';

/** What a visiting instructor sees at a counter and hears at its telephones (窓口応対現場研修, 002 §4). */

export const marks = ['good', 'to-improve', 'not-seen'] as const;
export type Mark = (typeof marks)[number];

export interface VisitSheet {
  /** The counter or section that is visited. */
  readonly place: string;
  /** As it is written: `12月1日 午前`. */
  readonly date: string;
  readonly observer: string;
  /** Standards without a mark are absent. */
  readonly marks: Readonly<Record<StandardId, Mark>>;
  readonly good: string;
  readonly toImprove: string;
  readonly advice: string;
}

export const blankVisit: VisitSheet = {
  place: '',
  date: '',
  observer: '',
  marks: {},
  good: '',
  toImprove: '',
  advice: '',
};

/** 現場での応対（窓口・電話）: 002 §4. */
const observed: readonly SceneId[] = ['phone', 'counter'];

/** The standards that can be seen on a visit, by scene, in the scenes' order. */
export const observedStandards = (
  catalog: Catalog,
): { readonly scene: SceneId; readonly standards: readonly Standard[] }[] =>
  observed.map((scene) => ({ scene, standards: standardsOfScene(catalog, scene) }));
