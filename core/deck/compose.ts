import type { Catalog, StandardId } from '../catalog/catalog.ts';
import { standardsOfScene } from '../catalog/lookup.ts';
import { failure, type Result, success } from '../result.ts';
import type { Course, Step } from './course.ts';

/** What a trainer picks for a course of their own. */
export interface Choice {
  readonly title: string;
  /** For the whole course. */
  readonly minutes: number;
  /** Show the aim of the guideline, and its philosophy items. */
  readonly aim: boolean;
  readonly philosophies: boolean;
  readonly standards: readonly StandardId[];
}

const round = 0.5;
const least = 0.5;
/** What the steps around the standards take, in minutes. */
const fixed = { title: 1, aim: 1, philosophy: 0.5, scene: 0.5, closing: 3 } as const;

/**
 * A choice to a course, in the catalog's order, each scene's definition before its standards. The
 * standards share the time that is left in half minutes, the first ones getting what is over, and
 * half a minute at least: then the steps take longer together than was asked for.
 * Problem: `nothing-chosen` (no standard that the catalog has).
 */
export function composeCourse(choice: Choice, catalog: Catalog): Result<Course> {
  const chosen = new Set(choice.standards);
  const scenes = catalog.scenes.flatMap((scene) => {
    const standards = standardsOfScene(catalog, scene.id).filter(({ id }) => chosen.has(id));
    return standards.length > 0 ? [{ scene, standards }] : [];
  });
  const count = scenes.reduce((sum, { standards }) => sum + standards.length, 0);
  if (count === 0) return failure('nothing-chosen', 'standards');

  const step = (kind: 'title' | 'aim' | 'closing'): Step => ({
    kind,
    minutes: fixed[kind],
    notes: null,
  });
  const philosophies = choice.philosophies ? catalog.philosophies : [];
  const around =
    fixed.title +
    (choice.aim ? fixed.aim : 0) +
    philosophies.length * fixed.philosophy +
    scenes.length * fixed.scene +
    fixed.closing;
  const shares = shareOut(choice.minutes - around, count);
  const steps: Step[] = [step('title')];
  if (choice.aim) steps.push(step('aim'));
  for (const { id } of philosophies) {
    steps.push({ kind: 'philosophy', ref: id, minutes: fixed.philosophy, notes: null });
  }
  for (const { scene, standards } of scenes) {
    steps.push({ kind: 'scene', ref: scene.id, minutes: fixed.scene, notes: null });
    for (const { id } of standards) {
      steps.push({ kind: 'standard', ref: id, minutes: shares.shift() ?? least, notes: null });
    }
  }
  steps.push(step('closing'));
  const { id, edition } = catalog;
  return success({
    title: choice.title,
    minutes: choice.minutes,
    catalog: [{ id, edition }],
    steps,
  });
}

/** The choice that a course was made of, as far as the catalog has it: to change it further. */
export function choiceOf({ title, minutes, steps }: Course, catalog: Catalog): Choice {
  const named = new Set(steps.flatMap((step) => (step.kind === 'standard' ? step.ref : [])));
  return {
    title,
    minutes,
    aim: steps.some(({ kind }) => kind === 'aim'),
    philosophies: steps.some(({ kind }) => kind === 'philosophy'),
    standards: catalog.standards.flatMap(({ id }) => (named.has(id) ? id : [])),
  };
}

function shareOut(minutes: number, count: number): number[] {
  const halves = Math.max(Math.floor(minutes / round), (count * least) / round);
  const each = Math.floor(halves / count);
  const over = halves - each * count;
  return Array.from({ length: count }, (_, index) => (each + (index < over ? 1 : 0)) * round);
}
