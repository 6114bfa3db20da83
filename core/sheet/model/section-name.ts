import { folded } from './look-alikes.ts';
import { remembered } from './remembered.ts';

/** The names of sections as sheets write them: with a division before or around them, joint, in two widths. */

export interface SectionName {
  readonly division: string | null;
  readonly section: string;
}

const division = /(?:部|局|センター|支所|本部|事務所)$/;
const unit = /(?:課|係|担当|室|所|館|センター|署|班|部|局|園)$/;

/** With all its blanks and brackets. */
const longest = 200;

/** Whether a text can name a section or division: it is short, and no remark or sum. */
export function isUnitName(text: string): boolean {
  if (text.length > longest) return false;
  const name = oneLine(text);
  return (
    name !== '' &&
    name.length <= 40 &&
    !/[。※]|^[注*＊]|^(?:備考|合計|計|総計|小計|集計|特記事項|例|記入例)$|^[\s\d①-⑳０-９.．()（）]+$/.test(
      name,
    )
  );
}

/** A division that stands above its sections, as 【区民サービス部】 does, or null. */
export function divisionBand(text: string): string | null {
  if (text.length > longest) return null;
  const name = oneLine(text).replace(/^[【〔[<＜（(■●◆○◎・\s]+|[】〕\]>＞）)\s]+$/g, '');
  return isUnitName(name) && division.test(name) ? name : null;
}

/**
 * A cell's text to the names in it: `区民サービス部⏎区民課` and `区民課（区民サービス部）` tell the
 * division too, `保護第1課⏎保護第2課` is a joint row, `（続き）` says nothing.
 */
export const parseSectionName = remembered((text): SectionName => {
  const plain = text.replace(/[（(](?:続き|つづき|続)[）)]/g, '').trim();
  const [, before, around] = /^([^（(]+)[（(]([^）)]+)[）)]$/.exec(plain) ?? [];
  if (before && around && division.test(around.trim())) {
    return { division: around.trim(), section: oneLine(before) };
  }
  const parts = plain.split(/[\s\u3000]+/).filter(Boolean);
  const [first = '', ...rest] = parts;
  const isOver =
    division.test(first) ||
    (/(?:所|課|室)$/.test(first) && /[係班]$/.test(rest.join(''))) ||
    (/所$/.test(first) && /課$/.test(rest.join('')));
  if (rest.length > 0 && isOver && unit.test(rest.join(''))) {
    return { division: first, section: joined(rest) };
  }
  return { division: null, section: joined(parts) };
});

/** Names one below the other are a joint row; a name that was only broken is put together again. */
const joined = (parts: readonly string[]): string =>
  parts.join(parts.every((part) => unit.test(part)) ? '・' : '');

export const oneLine = (text: string): string => text.replace(/[\s\u3000]+/g, '');

const kanjiDigits = '〇一二三四五六七八九';

/** What two spellings of a name share: 第1 and 第１ and 第一, and any sign between the names of a joint row. */
export const spellingKey = remembered((text) =>
  oneLine(folded(text))
    .replace(/(?<=第)[一二三四五六七八九]|[〇一二三四五六七八九](?=課|係|担当|$)/g, (digit) =>
      String(kanjiDigits.indexOf(digit)),
    )
    .replace(/第(?=\d)/g, '')
    .replace(/ヶ/g, 'ケ')
    .replace(/及び|および|と(?=[々-〇㐀-鿿豈-﫿])|[、,/&+]/g, '・'),
);

/** The same without what stands in brackets: 保護第１課・保護第２課 and 保護第一・第二課 differ, 第1 and 第１ don't. */
export const nameKey = remembered((text) => spellingKey(folded(text).replace(/\([^()]*\)/g, '')));

/** The key without 課, 担当 and the like at its end, for where only that differs. */
export const looseKey = (text: string): string =>
  nameKey(text)
    .split('・')
    .map((part) => part.replace(/(?:課|係|担当|室)$/, ''))
    .join('・');
