import { overlap } from '../../../../core/xlsx/reference.ts';
import type { Place } from '../session.ts';
import type { Validation } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

const plainAlert = { message: '', showAlert: true, style: 'Stop', title: '' };
const plainPrompt = { message: '', showPrompt: true, title: '' };

/** `range.dataValidation`: of several rules in a range the first is answered. */
export function validationObject(place: Place): HostObject {
  const { sheet } = place;
  const own = () => sheet.validations.find(({ area }) => overlap(area, place.area));
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
      const rule = own()?.rule ?? {};
      return 'list' in rule ? 'List' : Object.keys(rule).length > 0 ? 'Custom' : 'None';
    },
    get Rule() {
      return own()?.rule ?? {};
    },
    set Rule(rule: Validation['rule']) {
      change({ rule });
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
