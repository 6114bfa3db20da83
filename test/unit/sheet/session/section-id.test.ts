import { describe, expect, test } from 'vitest';
import type { SectionName } from '../../../../core/sheet/model/section-name.ts';
import { findSection, findSections, sectionId } from '../../../../core/sheet/session/section-id.ts';

/** `部/課`, or the 課 alone. */
const name = (text: string): SectionName => {
  const [first = '', second] = text.split('|');
  return second === undefined
    ? { division: null, section: first }
    : { division: first, section: second };
};
const id = (text: string) => sectionId(name(text));

describe('one section', () => {
  test.each<[string, string, string]>([
    ['in two widths', '保護第1課', '保護第１課'],
    ['with a number in kanji', '保護第一課', '保護第１課'],
    ['with and without 第', '保護1課', '保護第１課'],
    ['broken over lines', '保護第１\n課', '保護第1課'],
    ['with blanks', '区　民　課', '区民課'],
    ['half-width kana', 'ﾎｹﾝｾﾝﾀｰ', 'ホケンセンター'],
    ['from a PDF, radicals that NFKC knows', '⾼齢・障害課', '高齢・障害課'],
    ['from a PDF, radicals that it does not', '区⺠サービス部|区⺠課', '区民サービス部|区民課'],
    ['from a PDF, ⼾', '⼾籍課', '戸籍課'],
    ['with a selector of a glyph', '葛\u{e0100}飾地区担当', '葛飾地区担当'],
    ['with what can’t be seen', '区\u200b民\u00ad課\ufeff', '区民課'],
    ['with a dash for a long mark', '道路公園センタ－', '道路公園センター'],
    ['with another dash', '道路公園センタ―', '道路公園センター'],
    ['with another middle dot', '高齢･障害課', '高齢·障害課'],
    ['with another small ke', '保土ヶ谷支所', '保土ケ谷支所'],
    ['followed over a page', '区民課（続き）', '区民課'],
    ['a joint row, with a comma', '保護第1課・保護第2課', '保護第１課、保護第２課'],
    ['a joint row, with 及び', '保護第1課・保護第2課', '保護第１課及び保護第２課'],
    ['a joint row, with と', '保護第1課・保護第2課', '保護第１課と保護第２課'],
    ['a joint row, with a stroke', '保護第1課・保護第2課', '保護第１課／保護第２課'],
    ['a joint row, one below the other', '保護第1課・保護第2課', '保護第１課\n保護第２課'],
    ['a joint row, side by side', '保護第1課・保護第2課', '保護第１課　保護第２課'],
    ['a joint row, the other way round', '保護第1課・保護第2課', '保護第２課・保護第１課'],
    ['a joint row, its names told once', '保護第1課・保護第2課', '保護第１・第２課'],
    ['a joint row, its names told once, 課 twice', '保護第1課・保護第2課', '保護第１課・第２課'],
    ['a joint row, without 第', '保護第1課・保護第2課', '保護１・２課'],
    ['three in a row', '保護第1課・保護第2課・保護第3課', '保護第１・２・３課'],
    ['the division before', '区民サービス部　区民課', '区民サービス部|区民課'],
    ['the division above', '区民サービス部\n区民課', '区民サービス部|区民課'],
    ['the division in brackets', '区民課（区民サービス部）', '区民サービス部|区民課'],
    [
      'the division before, with a dash for its long mark',
      '道路センタ－　管理課',
      '道路センター|管理課',
    ],
    ['the division told twice', '区民サービス部|区民サービス部　区民課', '区民サービス部|区民課'],
    ['no division, as nothing', '|区民課', '区民課'],
  ])('%s', (_, one, other) => {
    expect(id(one)).toBe(id(other));
  });
});

describe('two sections', () => {
  test.each([
    ['保護第1課', '保護第2課'],
    ['保護第1課', '保護第1課・保護第2課'],
    ['保護第1課・保護第2課', '保護第1課・保護第3課'],
    ['区民課', '区民係'],
    ['市民部|管理課', '厚生部|管理課'],
    ['市民部|管理課', '管理課'],
    ['区民課（戸籍担当）', '区民課（証明担当）'],
    ['斉藤地区担当', '齊藤地区担当'],
    ['道路公園センター', '道路公園センタ'],
    ['総務・企画課', '総務課・企画課'],
  ])('%s and %s', (one, other) => {
    expect(id(one)).not.toBe(id(other));
  });
});

describe('found among others', () => {
  const ward = [
    '危機管理担当',
    '市民部|管理課',
    '厚生部|管理課',
    '区民課',
    '区民課（戸籍担当）',
    '地域みまもり支援センター|保護第１課、保護第２課',
    '企画課',
    '道路公園センター',
  ];
  test.each<[string, readonly string[]]>([
    ['区民課', ['区民課']],
    ['区民サービス部|区民課', ['区民課']],
    ['区⺠課（戸籍担当）', ['区民課（戸籍担当）']],
    ['厚生部|管理課', ['厚生部|管理課']],
    ['建設部|管理課', []],
    ['管理課', ['市民部|管理課', '厚生部|管理課']],
    ['保護第1・第2課', ['地域みまもり支援センター|保護第１課、保護第２課']],
    ['健康福祉部|保護第1・第2課', []],
    ['企画課（仮称）', ['企画課']],
    ['危機管理', ['危機管理担当']],
    ['企画', ['企画課']],
    ['総務課', []],
    ['保護第1課', []],
  ])('%s', (wanted, expected) => {
    expect(findSections(ward.map(name), name(wanted))).toEqual(expected.map(name));
  });
});

test.each<[string, readonly string[], string, string | null]>([
  ['the one', ['総務課', '区民課'], '区民課', '区民課'],
  ['none', ['総務課'], '区民課', null],
  ['one of two, by its 部', ['市民部|管理課', '厚生部|管理課'], '厚生部|管理課', '厚生部|管理課'],
  ['two, which of them is left open', ['市民部|管理課', '厚生部|管理課'], '管理課', null],
  ['the one without a 部 too', ['市民部|管理課', '管理課'], '管理課', '管理課'],
])('meant by a name: %s', (_, all, wanted, expected) => {
  expect(findSection(all.map(name), name(wanted))).toEqual(expected && name(expected));
});
