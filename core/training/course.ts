import type { Catalog, PhilosophyId, SceneId, StandardId, Status } from '../catalog/catalog.ts';
import { mergeFields } from '../merge-fields.ts';

/** A training course: what is shown in which order, and how long each step takes. */

export const stepKinds = [
  'title',
  'aim',
  'philosophy',
  'scene',
  'standard',
  'text',
  'closing',
] as const;
export type StepKind = (typeof stepKinds)[number];

interface Planned {
  readonly minutes: number;
  /** The minutes are a trainer's own, and no share of the course's. */
  readonly own?: boolean;
  /** For the presenter alone. */
  readonly notes: string | null;
}

export type Step = Planned &
  (
    | { readonly kind: 'title' | 'aim' | 'closing' }
    | { readonly kind: 'philosophy'; readonly ref: PhilosophyId }
    | { readonly kind: 'scene'; readonly ref: SceneId }
    | { readonly kind: 'standard'; readonly ref: StandardId }
    | TextStep
  );

/** A slide of the course's own. */
interface TextStep {
  readonly kind: 'text';
  readonly heading: string;
  /** A line is a point of its own. */
  readonly text: string;
  /** Absent in a trainer's own words. */
  readonly status?: Status;
  readonly basis?: string;
}

/** The edition that a course or a tally speaks of, city first. */
export type Edition = Pick<Catalog, 'id' | 'edition'>;

export interface Course {
  readonly title: string;
  /** The time that is there for the whole; what the steps take together may differ. */
  readonly minutes: number;
  readonly catalog: readonly Edition[];
  readonly steps: readonly Step[];
}

/** The minutes that all steps take together. */
export const plannedMinutes = ({ steps }: Pick<Course, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * A course that two pages change, both begun on `base`: title, time and steps, each as a whole,
 * whatever only one of them has changed. `clashes` names what both have: there mine stands.
 */
export function mergeCourses(
  base: Course,
  mine: Course,
  theirs: Course,
): { readonly course: Course; readonly clashes: readonly string[] } {
  const { fields, clashes } = mergeFields({ ...base }, { ...mine }, { ...theirs });
  return { course: fields as unknown as Course, clashes: clashes.map(({ field }) => field) };
}
