import { HostError } from '../errors.ts';
import { fullAddress, resolve, same } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import type { Name, Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

/** The workbook's own names, or those of one sheet. */
export function namesObject(session: Session, scope: Sheet | null): HostObject {
  const { names } = session.workbook;
  const own = () => names.filter((name) => name.scope === scope);
  const find = (key: string) => own().find(({ name }) => same(name, key));
  const required = (key: string): HostObject => {
    const found = find(key);
    if (!found) throw new HostError('ItemNotFound');
    return nameObject(session, found);
  };
  const add = (name: string, formula: string, comment: string): HostObject => {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) throw new HostError('InvalidArgument');
    if (find(name)) throw new HostError('ItemAlreadyExists');
    const made: Name = { name, formula, comment, visible: true, scope };
    names.push(made);
    return nameObject(session, made);
  };
  return {
    kind: 'NamedItemCollection',
    identity: none,
    get _Items() {
      return own().map((name) => nameObject(session, name));
    },
    Indexer: required,
    GetItemOrNullObject: (key: string) => {
      const found = find(key);
      return found ? nameObject(session, found) : null;
    },
    GetCount: () => own().length,
    Add: (name: string, reference: HostObject | string, comment = '') => {
      if (typeof reference === 'string') {
        return add(name, reference.startsWith('=') ? reference : `="${reference}"`, comment);
      }
      const { sheet, area } = reference.Place as Place;
      return add(name, `=${fullAddress(sheet, area, '$')}`, comment);
    },
    AddFormulaLocal: (name: string, formula: string, comment = '') => add(name, formula, comment),
  };
}

function nameObject(session: Session, name: Name): HostObject {
  const { workbook } = session;
  const place = () => {
    try {
      return resolve(workbook, null, name.formula.slice(1));
    } catch {
      return null;
    }
  };
  const range = (): HostObject | null => {
    const found = place();
    return found && session.make.range(found.sheet, found.area);
  };
  return {
    kind: 'NamedItem',
    identity: () => ({ Name: name.name }),
    get Name() {
      return name.name;
    },
    get Formula() {
      return name.formula;
    },
    set Formula(formula: string) {
      name.formula = formula;
    },
    get Value() {
      const found = place();
      return found ? fullAddress(found.sheet, found.area, '$') : name.formula.slice(1);
    },
    get Type() {
      return place() ? 'Range' : name.formula.includes('#REF!') ? 'Error' : 'String';
    },
    get Scope() {
      return name.scope ? 'Worksheet' : 'Workbook';
    },
    get Visible() {
      return name.visible;
    },
    set Visible(visible: boolean) {
      name.visible = visible;
    },
    get Comment() {
      return name.comment;
    },
    set Comment(comment: string) {
      name.comment = comment;
    },
    get WorksheetOrNullObject() {
      return name.scope && session.make.worksheet(name.scope);
    },
    GetRange: () => {
      const found = range();
      if (!found) throw new HostError('InvalidReference');
      return found;
    },
    GetRangeOrNullObject: range,
    Delete: () => {
      workbook.names.splice(workbook.names.indexOf(name), 1);
    },
  };
}
