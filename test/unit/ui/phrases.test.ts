import { expect, test } from 'vitest';
import { partsOf, phrasesOf } from '../../../ui/phrases.ts';

test.each([
  ['令和8年度（2026年度）の振り返り', ['', '令和8年度', '', '（2026年度）', 'の振り返り']],
  ['平成元年度と2026年度', ['', '平成元年度', 'と', '2026年度', '']],
  ['1月31日まで', ['', '1月31日', 'まで']],
  ['2026年12月1日に終えました', ['', '2026年12月1日', 'に終えました']],
  ['59項目のうち、3項目', ['', '59項目', 'のうち、', '3項目', '']],
  ['遵守率は 100％ でした', ['遵守率は ', '100％', ' でした']],
  ['控えは、元に戻せます', ['控えは、元に戻せます']],
  ['R8_多摩区.json', ['R8_多摩区.json']],
])('%s', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
  expect(parts.join('')).toBe(text);
});

const words = new Intl.Segmenter('ja', { granularity: 'word' });
test.each([
  '区民の|視点に|立った|区役所',
  '答えを|確かめてください',
  'この|振り返りは|終わっています',
  '提出用ファイルは、|振り返りを|終えてから|作ります',
  '「見本」と|付いた|項目',
  '電話を|取り次ぐときは、|聞いた|用件を|先に|伝えています',
])('%s', (phrases) => {
  expect(phrasesOf(phrases.replaceAll('|', ''), words).join('|')).toBe(phrases);
});
