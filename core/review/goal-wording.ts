/**
 * An item or a section's target in the words of a personal goal (002 §3):
 * 「…を確かめています。」 becomes 「…を確かめます。」. Only verbs that are listed here are put into
 * another form: which verb 「入って」 or 「話せて」 is, and whether one can resolve to do it, can't be
 * told from its letters. Any other text stays as it is, in quotation marks.
 */
export function asGoal(text: string): string {
  const sentences = text.trim().match(/[^。]+。?/g) ?? [];
  const goals = sentences.map(resolved);
  if (goals.length > 0 && goals.every((goal) => goal !== null)) return goals.join('');
  const quoted = text.trim().replace(/。$/, '');
  return isSentence(quoted) ? `「${quoted}」と言えるようにします。` : `「${quoted}」を心がけます。`;
}

/** A sentence as what one will do, or null where it is not surely right. */
function resolved(sentence: string): string | null {
  const body = sentence.trim().replace(/。$/, '');
  const [, doing] = /^(.+)[てで]います$/.exec(body) ?? [];
  if (doing !== undefined) {
    const stem = stemOf(doing);
    return stem && `${stem}ます。`;
  }
  // 努めます says already what will be done; できます and 守られます don't.
  const [, said] = /^(.+)ます$/.exec(body) ?? [];
  return said !== undefined && isResolve(said) ? `${body}。` : null;
}

/** 確かめ of 確かめ(て), 書き of 書い(て), 説明し of 説明し(て); null of a verb that is not known. */
function stemOf(doing: string): string | null {
  if (doing.endsWith('し')) return happens.test(doing) ? null : doing;
  const [ending, stem] = verbs.find(([te]) => doing.endsWith(te)) ?? [];
  if (ending === undefined || astray.test(doing)) return null;
  return doing.slice(0, -ending.length) + stem;
}

const isResolve = (said: string): boolean =>
  said.endsWith('し')
    ? !happens.test(said)
    : !astray.test(said) &&
      (said.endsWith('行い') || verbs.some(([, stem]) => said.endsWith(stem)));

/** What comes about by itself, whatever anybody resolves to do. */
const happens = /(?:混雑|不足|発生|安定|充実|関係|存在|一致|適|属|通用|共通|類|愛|(?<!応)対)し$/;

/** Ends like a verb of the list and is another one. */
const astray = /(?:見かけ|思い出せ)$/;

/** Verbs whose form before て and before ます is the same. */
const same = [
  '見 見せ 載せ 合わせ 知らせ 任せ 済ませ 寄せ 聞かせ 借り 用い',
  '添え 伝え 答え 整え 変え 替え 換え 加え 備え 考え 教え 控え 数え',
  '確かめ 努め 決め 求め 集め 進め 始め 深め 高め 認め 勧め 改め まとめ',
  'かけ 着け 付け 受け 向け 片付け 心がけ 続け 開け 避け 届け 設け 助け 分け',
  '尋ね 訪ね 重ね 申し出 立て 育て 調べ 述べ 比べ 並べ 広げ 掲げ 告げ 入れ',
].flatMap((line) => line.split(' '));

/** Verbs before て or で, and before ます. 行って alone may be a going. */
const changed = [
  '書い/書き 聞い/聞き 置い/置き 招い/招き 働い/働き 歩い/歩き',
  '名乗っ/名乗り 守っ/守り 配っ/配り 取っ/取り 作っ/作り 送っ/送り 図っ/図り',
  '持ち帰っ/持ち帰り 応援に入っ/応援に入り 手伝いに入っ/手伝いに入り',
  '使っ/使い 言っ/言い 伺っ/伺い 拾っ/拾い 話し合っ/話し合い を行っ/を行い 待っ/待ち',
  '読ん/読み 学ん/学び 選ん/選び 運ん/運び 呼ん/呼び 取り組ん/取り組み',
].flatMap((line) => line.split(' ').map((pair) => pair.split('/')));

/** Before て, and before ます; the longest first. */
const verbs = [...same.map((stem) => [stem, stem]), ...changed]
  .map(([te = '', stem = '']) => [te, stem] as const)
  .toSorted(([a], [b]) => b.length - a.length);

const isSentence = (text: string): boolean =>
  /(?:ます|ません|です|ました|ない|た|る|う|く|す|つ)$/.test(text);
