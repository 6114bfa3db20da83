import { answer, type Query } from './answer.ts';
import { HostError } from './errors.ts';
import { type HostObject, isHostObject, member, none } from './objects/object.ts';
import { placeObject } from './objects/range.ts';
import { workbookObject } from './objects/workbook.ts';
import type { Place, Session } from './session.ts';

/** The client's numbers (`OfficeExtension`'s ActionType and ObjectPathType). */
const actions = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, ensure: 6 };
const paths = {
  global: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
};

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

/** What the client sends with one `context.sync()`. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  /** The marks in the batch that were come by: listeners of the document are added and removed there. */
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
    readonly Location: string;
  };
}

/**
 * Whether a batch is the client's own affair: references that `Excel.run` gives back on its way out,
 * or the word of office.js that it is ready.
 */
export const isOwnAffair = ({ Actions, ObjectPaths }: Batch): boolean =>
  Object.values(ObjectPaths).every(({ ObjectPathType }) => ObjectPathType === paths.service) ||
  (Actions.every(
    ({ ActionType, Name }) =>
      ActionType === actions.instantiate ||
      (ActionType === actions.method && Name === '_RemoveReference'),
  ) &&
    Actions.some(({ Name }) => Name === '_RemoveReference'));

/** What office.js speaks to besides the workbook. */
const serviceObject = (kind: string): HostObject => ({
  kind,
  identity: none,
  NotifyActionHandlerReady: () => {},
});

/**
 * Carries a batch out, action by action. At the first that fails it stops: what was done stays done,
 * and the error says which it was. `before` may stop it too.
 */
export function process(
  session: Session,
  { Actions, ObjectPaths }: Batch,
  before: (index: number) => void,
): BatchAnswer {
  const known = new Map<number, HostObject | null>();
  const objectAt = (id: number): HostObject | null => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id) ?? null;
  };
  const argumentsOf = (info?: Arguments): unknown[] =>
    (info?.Arguments ?? []).map((argument, index) => {
      const path = info?.ReferencedObjectPathIds?.[index];
      return typeof path === 'number' && path > 0 ? objectAt(path) : (argument ?? undefined);
    });
  const find = (id: number): HostObject | null => {
    const path = ObjectPaths[id];
    if (!path) throw new Error(`the client speaks of path ${id}, which it did not send`);
    const { ObjectPathType: type, ParentObjectPathId: parentId, Name } = path;
    if (type === paths.global) return workbookObject(session);
    if (type === paths.service) return serviceObject(Name);
    if (type === paths.reference) return placeOf(session, Name);
    if (type === paths.nullObject) return null;
    const parent = parentId === undefined ? null : objectAt(parentId);
    if (parent === null) return null;
    if (type === paths.property) return member(parent, Name) as HostObject | null;
    if (type === paths.indexer) return call(parent, 'Indexer', argumentsOf(path.ArgumentInfo));
    if (type === paths.method) return call(parent, Name, argumentsOf(path.ArgumentInfo));
    throw new Error(`the fake Excel host knows no paths of type ${type}`);
  };
  const perform = (action: Action): unknown => {
    if (action.ActionType === actions.trace) return null;
    const object = objectAt(action.ObjectPathId);
    if ((object?.Place as Place | undefined)?.gone) throw new HostError('InvalidReference');
    if (action.ActionType === actions.instantiate) return object?.identity() ?? null;
    if (action.ActionType === actions.query)
      return object && answer(object, action.QueryInfo ?? {});
    if (object === null) {
      if (action.Name === '_KeepReference' || action.Name === '_RemoveReference') return null;
      throw new HostError('InvalidOperation');
    }
    const given = argumentsOf(action.ArgumentInfo);
    if (action.ActionType === actions.setProperty) {
      member(object, action.Name);
      if (given[0] === undefined) throw new HostError('InvalidArgument');
      object[action.Name] = given[0];
      return null;
    }
    if (action.ActionType !== actions.method) {
      throw new Error(`the fake Excel host knows no actions of type ${action.ActionType}`);
    }
    if (action.Name === '_KeepReference') return keep(session, object);
    if (action.Name === '_RemoveReference') {
      session.references.delete(String(given[0]));
      return null;
    }
    const result = call<unknown>(object, action.Name, given);
    return isHostObject(result) ? result.identity() : (result ?? null);
  };

  const Results: { ActionId: number; Value: unknown }[] = [];
  const TraceIds: number[] = [];
  for (const [index, action] of Actions.entries()) {
    try {
      before(index);
      if (action.ActionType === actions.trace) TraceIds.push(action.Id);
      Results.push({ ActionId: action.Id, Value: perform(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code: Code, message: Message } = error;
      const Location = locationOf(action, ObjectPaths);
      return {
        Results,
        TraceIds,
        Error: { Code, Message, ActionIndex: index, HttpStatusCode: statusOf(Code), Location },
      };
    }
  }
  return { Results, TraceIds };
}

const statusOf = (code: string): number =>
  ({ ItemNotFound: 404, AccessDenied: 403, GeneralException: 500 })[code] ?? 400;

const locationOf = ({ Name, ObjectPathId }: Action, all: Batch['ObjectPaths']): string =>
  `${all[ObjectPathId]?.Name ?? ''}.${Name}`.replace(/^\./, '');

function call<T = HostObject | null>(object: HostObject, name: string, given: unknown[]): T {
  const method = member(object, name);
  if (typeof method !== 'function') throw new Error(`${object.kind}.${name} is no method`);
  return method(...given) as T;
}

/** From now on the place moves along with its cells, until the client gives it back. */
function keep({ references }: Session, object: HostObject): null {
  const place = object.Place as Place | undefined;
  if (!place || place.reference) return null;
  place.reference = `${place.sheet.id}${++kept}`;
  references.set(place.reference, place);
  return null;
}

let kept = 0;

function placeOf(session: Session, id: string): HostObject {
  const place = session.references.get(id);
  if (!place) throw new HostError('InvalidReference');
  return placeObject(session, place);
}
