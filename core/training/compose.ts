import type { Catalog, StandardId } from '../catalog/catalog.ts';
import { standardsOfScene } from '../catalog/lookup.ts';
import { failure, inValue, type Result, success } from '../result.ts';
import { type Course, plannedMinutes, type Step } from './course.ts';

/** What a trainer picks for a course of their own. */
export interface Choice {
  readonly title: string;
  /** For the whole course. */
  readonly minutes: number;
  /** Show the aim of the guideline, and its philosophy items. */
  readonly aim: boolean;
  readonly philosophies: boolean;
  readonly standards: readonly StandardId[];
  /** Minutes of single standards; the others share what is left. */
  readonly own: ReadonlyMap<StandardId, number>;
  /** The steps of the course that is changed: notes, texts and times that nothing here speaks of stay. */
  readonly before: readonly Step[];
}

const round = 0.5;
const least = 0.5;
/** What the steps around the standards take, in minutes. */
const usual = { title: 1, aim: 1, philosophy: 0.5, scene: 0.5, standard: 0, closing: 3 } as const;

/**
 * A choice to a course, in the catalog's order, each scene's definition before its standards. The
 * standards without minutes of their own share the time that is left in half minutes, the first ones
 * getting what is over, and half a minute at least: then the steps take longer together than was
 * asked for. Problem: `nothing-chosen` (no standard that the catalog has).
 */
export function composeCourse(choice: Choice, catalog: Catalog): Result<Course> {
  const chosen = new Set(choice.standards);
  const scenes = catalog.scenes.flatMap((scene) => {
    const standards = standardsOfScene(catalog, scene.id).filter(({ id }) => chosen.has(id));
    return standards.length > 0 ? [{ scene, standards }] : [];
  });
  if (scenes.length === 0) return failure('nothing-chosen', inValue('standards'));

  const known = new Map(choice.before.map((step) => [nameOf(step), step]));
  const step = (bare: Bare): Step => {
    const { minutes, notes } = known.get(nameOf(bare)) ?? {
      minutes: usual[bare.kind],
      notes: null,
    };
    return { ...bare, minutes, notes };
  };
  const steps = withTexts(choice.before, [
    step({ kind: 'title' }),
    ...(choice.aim ? [step({ kind: 'aim' })] : []),
    ...(choice.philosophies
      ? catalog.philosophies.map(({ id }) => step({ kind: 'philosophy', ref: id }))
      : []),
    ...scenes.flatMap(({ scene, standards }) => [
      step({ kind: 'scene', ref: scene.id }),
      ...standards.map(({ id }) => step({ kind: 'standard', ref: id })),
    ]),
    step({ kind: 'closing' }),
  ]);
  const { title, minutes } = choice;
  const { id, edition } = catalog;
  return success({ title, minutes, catalog: [{ id, edition }], steps: timed(steps, choice) });
}

type Bare = Step extends infer S
  ? S extends { kind: 'text' }
    ? never
    : Omit<S, 'minutes' | 'own' | 'notes'>
  : never;

/** What tells a step from the others of its course. */
const nameOf = (step: Bare | Step): string =>
  'ref' in step ? `${step.kind} ${step.ref}` : step.kind;

/** Puts the texts of the course before behind the steps that they stood behind, as far as these are left. */
function withTexts(before: readonly Step[], steps: readonly Step[]): Step[] {
  const left = new Set(steps.map(nameOf));
  const texts = new Map<string, Step[]>();
  let last = '';
  for (const step of before) {
    if (step.kind === 'text') texts.set(last, [...(texts.get(last) ?? []), step]);
    else if (left.has(nameOf(step))) last = nameOf(step);
  }
  const behind = (name: string) => texts.get(name) ?? [];
  return [...behind(''), ...steps.flatMap((step) => [step, ...behind(nameOf(step))])];
}

/** Gives each standard its own minutes or its share. */
function timed(steps: readonly Step[], { minutes, own }: Choice): Step[] {
  const isOwn = (step: Step) => step.kind !== 'standard' || own.has(step.ref);
  const set = steps.map((step): Step => {
    const time = step.kind === 'standard' ? own.get(step.ref) : undefined;
    return time === undefined ? step : { ...step, minutes: time, own: true };
  });
  const left = minutes - plannedMinutes({ steps: set.filter(isOwn) });
  const shares = shareOut(left, set.length - set.filter(isOwn).length);
  return set.map((step) => (isOwn(step) ? step : { ...step, minutes: shares.shift() ?? least }));
}

function shareOut(minutes: number, count: number): number[] {
  const halves = Math.max(Math.floor(minutes / round), (count * least) / round);
  const each = Math.floor(halves / count);
  const over = halves - each * count;
  return Array.from({ length: count }, (_, index) => (each + (index < over ? 1 : 0)) * round);
}
