import { folded } from '../model/look-alikes.ts';
import { remembered } from '../model/remembered.ts';
import {
  looseKey,
  nameKey,
  parseSectionName,
  type SectionName,
  spellingKey,
} from '../model/section-name.ts';

declare const brand: unique symbol;
/** One section, however its name is spelled. Made by `sectionId` alone; kept and compared, never shown. */
export type SectionId = string & { readonly [brand]: 'SectionId' };

/**
 * The id of a section from its 部 and 課. Widths, 第1 and 第一, characters that look alike (F53) and
 * what stands between the names of a joint row make no difference: 保護第1課・保護第2課 is
 * 保護第１課、保護第２課 is 保護第1・2課. A 部 that stands with the 課 in one text is taken for the 部.
 */
export function sectionId(name: SectionName): SectionId {
  const { division, section } = split(name);
  return `${unitsOf(section)}@${nameKey(division ?? '')}` as SectionId;
}

/**
 * Those of several sections that a name means: with the same names of 部 and 課; where a 部 is told
 * on one side alone, by the 課; failing that without what stands in brackets, and then without 課 or
 * 担当. More than one where the name does not tell them apart.
 */
export function findSections<T extends SectionName>(
  sections: readonly T[],
  wanted: SectionName,
): readonly T[] {
  const { division, section } = split(wanted);
  for (const key of [unitsOf, nameKey, looseKey]) {
    const named = sections.filter((each) => key(split(each).section) === key(section));
    if (named.length === 0) continue;
    if (division === null) return named;
    // 管理課 of one division is not that of another.
    const own = named.filter((each) => nameKey(split(each).division ?? '') === nameKey(division));
    return own.length > 0 ? own : named.filter((each) => split(each).division === null);
  }
  return [];
}

/** The one of several sections that a name means; null where it means none, or leaves open which. */
export function findSection<T extends SectionName>(
  sections: readonly T[],
  wanted: SectionName,
): T | null {
  const id = sectionId(wanted);
  const found = sections.filter((each) => sectionId(each) === id);
  const [one = null, ...others] = found.length > 0 ? found : findSections(sections, wanted);
  return others.length === 0 ? one : null;
}

const parsed = remembered((section) => parseSectionName(folded(section)));

function split({ division, section }: SectionName): SectionName {
  const own = parsed(section);
  return { division: division ?? own.division, section: own.section };
}

const unit = /(?:課|係|担当|室|班|センター)$/;

/** A joint row's names, each in full and in one order; else the name. */
const unitsOf = remembered((section): string => {
  const parts = spellingKey(section).split('・');
  const suffix = unit.exec(parts.at(-1) ?? '')?.[0] ?? '';
  let stem = '';
  const names = parts.map((part) => {
    const isNumber = /^\d/.test(part);
    const own = isNumber ? stem + part : part;
    stem = (isNumber ? stem : /^(\D+)\d/.exec(part)?.[1]) ?? '';
    return /\d$/.test(own) ? own + suffix : own;
  });
  return (names.every((name) => unit.test(name)) ? names.sort() : names).join('・');
});
