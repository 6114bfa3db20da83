import { describe, expect, test } from 'vitest';
import { builtInCatalog } from '../../../core/catalog/built-in.ts';
import { asGoal } from '../../../core/review/goal-wording.ts';

describe('a goal in its own words', () => {
  test.each([
    ['出す前に元の資料と照らし合わせています。', '出す前に元の資料と照らし合わせます。'],
    ['最後まで聞いてから答えています。', '最後まで聞いてから答えます。'],
    ['電話に出るとき、所属と名前を名乗っています。', '電話に出るとき、所属と名前を名乗ります。'],
    ['返事の時期を伝えて持ち帰っています', '返事の時期を伝えて持ち帰ります。'],
    ['課名を載せています。名前も書いています。', '課名を載せます。名前も書きます。'],
    ['待ち時間の短縮に努めます。', '待ち時間の短縮に努めます。'],
    ['研修を年2回実施します', '研修を年2回実施します。'],
    ['新しい手引を読んでいます。', '新しい手引を読みます。'],
    ['アンケートを年1回行います。', 'アンケートを年1回行います。'],
  ])('%s → %s', (text, goal) => {
    expect(asGoal(text)).toBe(goal);
  });

  // Each of these would be wrong, or no goal, in the other form.
  test.each([
    '窓口が混雑しています。',
    '案内板が見えています。',
    '待つ方の声が聞こえています。',
    '今の様式を気に入っています。',
    '場所を知っています。',
    '手話で話せています。',
    '約束が守られています。',
    '窓口に行っています。',
    '毎朝走っています。',
    '案内が分かりやすくなっています。',
    '窓口に人が入っています。',
    '手順書があります。',
    '待たずに受け取れます。',
    '多くの言語で話せます。',
    '証明書を取得できます。',
    '約束の日を過ぎていません。',
    '名乗っています。場所を知っています。',
    '待ち時間が短くなる。',
  ])('stays as it is: %s', (text) => {
    expect(asGoal(text)).toBe(`「${text.replace(/。$/, '')}」と言えるようにします。`);
  });

  test('what is no sentence is a thing to take care of', () => {
    expect(asGoal('朝のあいさつの励行')).toBe('「朝のあいさつの励行」を心がけます。');
    expect(asGoal('')).toBe('「」を心がけます。');
  });

  test('each item of the catalog becomes a goal without quotation, its other words untouched', () => {
    for (const { text } of builtInCatalog.standards) {
      const goal = asGoal(text);
      expect(goal, text).toMatch(/[^い]ます。$/);
      expect(goal, text).not.toMatch(/ています。$|^「/);
      // Only the last letters differ.
      const kept = text.replace(/(?:い|っ|し)?ています。$/, '').slice(0, -1);
      expect(goal.startsWith(kept), `${text} → ${goal}`).toBe(true);
    }
  });
});
