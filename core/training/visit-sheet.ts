import type { Catalog, SceneId, Standard, StandardId } from '../catalog/catalog.ts';
import { standardsOfScene } from '../catalog/lookup.ts';
import { mergeFields } from '../merge-fields.ts';

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

const texts = ['place', 'date', 'observer', 'good', 'toImprove', 'advice'] as const;
export type VisitText = (typeof texts)[number];

/** A text, or with `standard` a mark, that two pages have written differently. */
export type VisitClash =
  | { readonly field: VisitText; readonly theirs: string }
  | { readonly field: 'mark'; readonly standard: StandardId; readonly theirs: Mark };

/**
 * A sheet that two pages write on, both begun on `base`: field by field, whatever only one of them
 * has changed. Where both have, mine stands and what the other has written is a clash, to be shown.
 */
export function mergeVisits(
  base: VisitSheet,
  mine: VisitSheet,
  theirs: VisitSheet,
): { readonly sheet: VisitSheet; readonly clashes: readonly VisitClash[] } {
  const whole = mergeFields({ ...base }, { ...mine }, { ...theirs });
  const marked = mergeFields(base.marks, mine.marks, theirs.marks);
  const marks = Object.fromEntries(
    Object.entries(marked.fields).filter(([, mark]) => mark !== undefined),
  ) as Readonly<Record<StandardId, Mark>>;
  const clashes = whole.clashes.flatMap(({ field, theirs: other }): VisitClash[] => {
    const text = texts.find((one) => one === field);
    return text && typeof other === 'string' && other.trim()
      ? [{ field: text, theirs: other }]
      : [];
  });
  const marksClash = marked.clashes.flatMap(({ field, theirs: other }): VisitClash[] =>
    other === undefined ? [] : [{ field: 'mark', standard: field, theirs: other as Mark }],
  );
  return {
    sheet: { ...(whole.fields as unknown as VisitSheet), marks },
    clashes: [...clashes, ...marksClash],
  };
}
