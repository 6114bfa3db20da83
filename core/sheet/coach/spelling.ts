/** What slips in when sheets are typed and put together by many hands, as in 004. */

/** What is hardly ever meant, and what is. */
export const typos: readonly (readonly [found: RegExp, better: string])[] = [
  [/、、+/, '、'],
  [/。。+/, '。'],
  [/適確/, '的確'],
  [/ご要件|要件(?=を(?:伺|うかが|お聞|聞))/, '用件'],
];

/** Spellings that say the same; of those that stand side by side in a sheet the rarer are remarked on. */
export const spellings: readonly (readonly RegExp[])[] = [
  [/分か(?=り|る|ら)/g, /わか(?=り|る|ら)/g],
  [/OJT/g, /ＯＪＴ/g],
  [/第[1-9]/g, /第[１-９]/g, /第[一二三四五六七八九](?=課|係)/g],
  [/問い合わせ/g, /問合せ/g, /問い合せ/g, /問合わせ/g],
  [/ください/g, /下さい/g],
  [/子ども/g, /子供/g],
  [/ホームページ/g, /ＨＰ|HP/g],
];
