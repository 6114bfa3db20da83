import { type HostObject, isHostObject, member, pascal } from './objects/object.ts';

/** What `load` asks for. */
export interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** The properties that `load` asked for; without a list, all plain ones. */
export function answer(object: HostObject, query: Query): unknown {
  const wanted = [...(query.Select ?? []), ...(query.Expand ?? [])].filter((path) => path !== '*');
  if (Array.isArray(object._Items)) {
    const items = object._Items as readonly HostObject[];
    const from = query.Skip ?? 0;
    const to = query.Top === undefined ? items.length : from + query.Top;
    const own = wanted.map((path) => path.replace(/^items\/?/i, '')).filter((path) => path !== '');
    return { _Items: items.slice(from, to).map((item) => answer(item, { Select: own })) };
  }
  const found: Record<string, unknown> = { ...object.identity() };
  const paths = wanted.length > 0 ? wanted : plainMembers(object);
  for (const path of paths) {
    const [first = '', ...rest] = path.split('/');
    const name = first.startsWith('_') ? first : pascal(first);
    const value = member(object, name);
    if (!isHostObject(value)) found[name] = value;
    else {
      const inner = answer(value, { Select: rest.length > 0 ? [rest.join('/')] : [] });
      found[name] = mixed(found[name], inner);
    }
  }
  return found;
}

const plainMembers = (object: HostObject): string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(object))
    .filter(([name, { get }]) => get !== undefined && !name.startsWith('_'))
    .map(([name]) => name)
    .filter((name) => !isHostObject(object[name]));

/** `format/wrapText` and `format/font/size` are two parts of one `format`. */
function mixed(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    return other.map((item, index) => mixed(one[index], item));
  }
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return other;
  if (typeof other !== 'object' || other === null) return one;
  const all: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    all[name] = typeof value === 'object' ? mixed(all[name], value) : value;
  }
  return all;
}
