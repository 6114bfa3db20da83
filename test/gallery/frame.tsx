import type { ComponentChildren } from 'preact';
import { Page } from '../../ui/page.tsx';
import { Status } from '../../ui/status.tsx';

export function Frame(props: {
  title: string;
  route: string;
  narrow?: boolean;
  invalid?: boolean;
  time?: string | null;
  children: ComponentChildren;
}) {
  return (
    <Page
      {...props}
      status={<Status state="saved" time={props.time ?? '10:32'} />}
      aside={<span>令和8年度　花子</span>}
      running="令和8年度（2026年度）　多摩区 区民サービス部 区民課"
      above={!props.narrow && <a href="#/pieces">振り返りの場面に戻る</a>}
      footer={
        !props.narrow &&
        '入力した内容は、このPCの中だけに保存されます。ネットワークには何も送りません。'
      }
    >
      {props.children}
    </Page>
  );
}
