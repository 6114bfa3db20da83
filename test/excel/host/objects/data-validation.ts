import { overlap } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { common } from '../areas.ts';
import type { Place } from '../session.ts';
import type { Sheet, Validation } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

const plainAlert = { message: '', showAlert: true, style: 'Stop', title: '' };
const plainPrompt = { message: '', showPrompt: true, title: '' };

/** By the word that a rule has for it. */
const types: Readonly<Record<string, string>> = {
  list: 'List',
  textLength: 'TextLength',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
};

const cellsOf = ({ top, left, bottom, right }: Area): number =>
  (bottom - top + 1) * (right - left + 1);

/**
 * `range.dataValidation`. Where rules differ within a range, or some cells have none, the type says
 * so and there is no rule.
 */
export function validationObject(place: Place): HostObject {
  const { sheet } = place;
  const all = () => sheet.validations.filter(({ area }) => overlap(area, place.area));
  const own = () => all()[0];
  const typeNow = () => {
    const rules = new Set(all().map(({ rule }) => JSON.stringify(rule)));
    if (rules.size > 1) return 'Inconsistent';
    const [kind] = Object.keys(own()?.rule ?? {});
    if (kind === undefined) return 'None';
    const ruled = all().reduce((sum, { area }) => sum + cellsIn(area, place.area), 0);
    return ruled < cellsOf(place.area) ? 'MixedCriteria' : (types[kind] ?? 'Custom');
  };
  const without = () => sheet.validations.filter(({ area }) => !overlap(area, place.area));
  const change = (part: Partial<Validation>) => {
    const {
      rule = {},
      errorAlert = plainAlert,
      prompt = plainPrompt,
      ignoreBlanks = true,
    } = own() ?? {};
    const validation = { area: place.area, rule, errorAlert, prompt, ignoreBlanks, ...part };
    sheet.validations = [...without(), validation];
  };
  return {
    kind: 'DataValidation',
    identity: none,
    get Type() {
      return typeNow();
    },
    get Rule(): Validation['rule'] | null {
      return ['Inconsistent', 'MixedCriteria'].includes(typeNow()) ? null : (own()?.rule ?? {});
    },
    set Rule(rule: Validation['rule'] | null) {
      change({ rule: rule ?? {} });
    },
    get ErrorAlert() {
      return own()?.errorAlert ?? plainAlert;
    },
    set ErrorAlert(errorAlert: Validation['errorAlert']) {
      change({ errorAlert });
    },
    get Prompt() {
      return own()?.prompt ?? plainPrompt;
    },
    set Prompt(prompt: Validation['prompt']) {
      change({ prompt });
    },
    get IgnoreBlanks() {
      return own()?.ignoreBlanks ?? true;
    },
    set IgnoreBlanks(ignoreBlanks: boolean) {
      change({ ignoreBlanks });
    },
    Clear: () => {
      sheet.validations = without();
    },
  };
}

function cellsIn(area: Area, within: Area): number {
  const part = common(area, within);
  return part ? cellsOf(part) : 0;
}

/** The cells of a range that have a rule, as few blocks as may be: those that lie one below the other are one, whatever their rules. */
export function validatedAreas({ validations }: Sheet, within: Area): Area[] {
  const parts = validations.flatMap(({ area, rule }) => {
    const part = Object.keys(rule).length > 0 ? common(area, within) : null;
    return part ? [part] : [];
  });
  const areas: Area[] = [];
  for (const part of parts.sort((one, other) => one.left - other.left || one.top - other.top)) {
    const last = areas.at(-1);
    const goesOn =
      last && last.left === part.left && last.right === part.right && last.bottom >= part.top - 1;
    if (goesOn) areas[areas.length - 1] = { ...last, bottom: Math.max(last.bottom, part.bottom) };
    else areas.push(part);
  }
  return areas;
}
