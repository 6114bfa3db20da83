import type { Catalog, Philosophy, Scene, Standard, Status } from '../catalog/catalog.ts';
import { philosophyById, sceneById, standardById, standardsOfScene } from '../catalog/lookup.ts';
import { type Course, plannedMinutes, type Step } from './course.ts';

/** A course put on the screen: every step with what it shows. */

export type Slide = Timed &
  (
    | { readonly kind: 'title'; readonly title: string; readonly minutes: number }
    | { readonly kind: 'aim'; readonly aim: Catalog['aim'] }
    | { readonly kind: 'philosophy'; readonly philosophy: Philosophy }
    | { readonly kind: 'scene'; readonly scene: Scene; readonly standards: readonly Standard[] }
    | {
        readonly kind: 'standard';
        readonly standard: Standard;
        readonly scene: Scene;
        /** Its place among the standards of this deck, from 1. */
        readonly number: number;
      }
    | {
        readonly kind: 'text';
        readonly heading: string;
        readonly lines: readonly string[];
        readonly status: Status | null;
        readonly basis: string | null;
      }
    | { readonly kind: 'closing' }
  );

interface Timed {
  /** Unique in the deck: a step may come twice. */
  readonly id: string;
  readonly notes: string | null;
  /** Minutes since the beginning at which it should be shown, and no longer shown. */
  readonly from: number;
  readonly until: number;
}

export interface Deck {
  readonly title: string;
  /** What the steps take together. */
  readonly minutes: number;
  readonly slides: readonly Slide[];
  /** Standards, scenes and philosophy items that the course names and this catalog does not have. */
  readonly missing: readonly string[];
}

/** Every step of the course with its content from the catalog; what the catalog does not have is left out and told. */
export function makeDeck(course: Course, catalog: Catalog): Deck {
  const slides: Slide[] = [];
  const missing: string[] = [];
  const shown = new Set(course.steps.flatMap((step) => (step.kind === 'standard' ? step.ref : [])));
  let from = 0;
  let number = 0;
  course.steps.forEach((step, index) => {
    const content = contentOf(step, course, catalog, shown);
    if (content) {
      const until = from + step.minutes;
      const timed = { id: `${index + 1}`, notes: step.notes, from, until };
      if (content.kind === 'standard') slides.push({ ...content, ...timed, number: ++number });
      else slides.push({ ...content, ...timed });
      from = until;
    } else if ('ref' in step) {
      missing.push(step.ref);
    }
  });
  return { title: course.title, minutes: from, slides, missing };
}

// Omit of a union, member by member.
type Content = Slide extends infer S
  ? S extends Slide
    ? Omit<S, keyof Timed | 'number'>
    : never
  : never;

/** What a step shows; null where the catalog does not have it. `shown`: the standards of the whole course. */
function contentOf(
  step: Step,
  course: Course,
  catalog: Catalog,
  shown: ReadonlySet<string>,
): Content | null {
  switch (step.kind) {
    case 'title':
      return { kind: 'title', title: course.title, minutes: plannedMinutes(course) };
    case 'aim':
      return { kind: 'aim', aim: catalog.aim };
    case 'philosophy': {
      const philosophy = philosophyById(catalog, step.ref);
      return philosophy ? { kind: 'philosophy', philosophy } : null;
    }
    case 'scene': {
      const scene = sceneById(catalog, step.ref);
      const standards = standardsOfScene(catalog, step.ref).filter(({ id }) => shown.has(id));
      return scene ? { kind: 'scene', scene, standards } : null;
    }
    case 'standard': {
      const standard = standardById(catalog, step.ref);
      const scene = standard && sceneById(catalog, standard.scene);
      return scene ? { kind: 'standard', standard, scene } : null;
    }
    case 'text': {
      const lines = step.text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
      const { heading, status = null, basis = null } = step;
      return { kind: 'text', heading, lines, status, basis };
    }
    case 'closing':
      return { kind: 'closing' };
  }
}
