import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Status } from '../../ui/status.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TaskList } from '../../ui/task-list.tsx';
import { Frame } from './frame.tsx';
import { catalog } from './words.ts';

const done = [6, 6, 3, 0, 0, 0, 0, 0];

/** The start of a review, and the smaller pieces. */
export function PiecesView() {
  const row = (index: number) => catalog.standards[index]?.text ?? '';
  return (
    <Frame title="令和8年度（2026年度）の振り返り" route="pieces">
      <Progress label="46項目のうち 15項目に答えました" value={15} max={46} />
      <Buttons>
        <ButtonLink kind="primary" href="#/review">
          続きから答える
        </ButtonLink>
        <ButtonLink href="#/review">すべて表示</ButtonLink>
      </Buttons>
      <h2>場面</h2>
      <TaskList
        tasks={catalog.scenes.map(({ id, no, name }, index) => ({
          id,
          label: `${'①②③④⑤⑥⑦⑧'[no - 1]} ${name}`,
          href: '#/review',
          done: done[index] ?? 0,
          total: 6,
        }))}
      />
      <h2>答えの確認</h2>
      <CheckList
        rows={[
          { id: 'a', label: row(0), value: '守れている', href: '#/review' },
          {
            id: 'b',
            label: row(1),
            value: '守れていないことがある',
            note: '混んでいるときに、案内が遅れることがある。',
            href: '#/review',
          },
          { id: 'c', label: row(2), value: null, href: '#/review' },
        ]}
      />
      <h2>お知らせ</h2>
      <Notice kind="info" heading="振り返りの期間は、12月1日から1月31日までです">
        <p>あと 23日あります。途中でやめても、続きから答えられます。</p>
      </Notice>
      <Notice
        kind="success"
        heading="令和8年度の振り返りが終わりました。おつかれさまでした"
        actions={<Button>控えを保存する</Button>}
      >
        <p>控えのファイルを作っておくと、PCが変わっても続きから使えます。</p>
      </Notice>
      <Notice kind="warning" heading="プライベートウィンドウで開いています">
        <p>
          ウィンドウを閉じると、入力した内容が消えます。ふつうのウィンドウで開き直してください。
        </p>
      </Notice>
      <Notice
        kind="error"
        heading="保存できませんでした"
        actions={<Button>もう一度保存する</Button>}
      >
        <p>PCの空き容量が足りません。入力した内容は、この画面に残っています。</p>
      </Notice>
      <h2>そのほか</h2>
      <p>
        <Tag>見本</Tag> <Tag>要約</Tag> <Tag tone="info">公式</Tag> <Tag tone="success">済み</Tag>{' '}
        <Tag tone="warning">注意</Tag> <Tag tone="error">必須</Tag>
      </p>
      <Status state="saving" />
      <Status state="failed" />
      <Disclosure summary="「担当していない」は、どんなときに選びますか" open>
        <p>自分の仕事で行う機会がないときに選びます。割合の計算には入りません。</p>
      </Disclosure>
      <Table
        caption="場面ごとの答え"
        head={['場面', '守れている', 'おおむね', '割合']}
        numeric={[1, 2, 3]}
        rows={[
          ['① お知らせ', 4, 1, '83％'],
          ['② 応対', 5, 1, '100％'],
        ]}
      />
    </Frame>
  );
}
