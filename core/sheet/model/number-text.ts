import { remembered } from './remembered.ts';

/** What a cell of the number column says: `(2)`, `目標２`, or with a scene `①応対`. */
export interface NumberText {
  readonly number: number;
  /** All that stands before the number, the number, and the brackets after it. */
  readonly before: string;
  readonly digits: string;
  readonly after: string;
  /** The scene, where one stands in the same cell. */
  readonly rest: string;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Longer than this is a sentence, not a number. */
const longest = 60;

export const numberIn = remembered((text): NumberText | null => {
  if (text.length > longest) return null;
  const [, before = '', digits = '', after = '', rest = ''] =
    /^([\s\u3000]*(?:目標|約束|取組|項目|重点|課題|改善|No\.?|Ｎｏ．?|№)?[\s\u3000(（]*)([0-9０-９]{1,3}|[①-⑳])([)）.．:：]?)[\s\u3000]*([^\s\d０-９].{0,19})?$/is.exec(
      text,
    ) ?? [];
  const number = Number(digits.normalize('NFKC'));
  return digits && number > 0 ? { number, before, digits, after, rest: rest.trim() } : null;
});

/** Another number in the same style. */
export function numberLike({ before, digits, after }: NumberText, number: number): string {
  const plain = String(number);
  const own = circled.includes(digits)
    ? (circled[number - 1] ?? plain)
    : /[０-９]/.test(digits)
      ? plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : plain;
  return before + own + after;
}

/** The scenes in the order of 001 §4, by which sheets number them too: ②応対. */
const scenes = ['お知らせ', '応対', '電話', '対面', '地域訪問', '共通', '庁内体制', '庁舎案内'];

/** Whether all numbers in a column are those of the scenes beside them. */
export function countScenes(texts: readonly string[]): boolean {
  const found = texts.map(numberIn).filter((each) => each !== null);
  return (
    found.length > 0 &&
    found.every(({ number, rest }) => scenes[number - 1] === rest.replace(/[\s\u3000]/g, ''))
  );
}
