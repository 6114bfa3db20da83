import { useState } from 'preact/hooks';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Frame } from './frame.tsx';

const wards = [
  '選んでください',
  '川崎区',
  '幸区',
  '中原区',
  '高津区',
  '宮前区',
  '多摩区',
  '麻生区',
];

/** A form with its errors. */
export function AskView() {
  const [section, setSection] = useState('');
  const [goal, setGoal] = useState('電話を取り次ぐときは、用件を復唱してから担当につなぎます。');
  const [role, setRole] = useState<string | null>('staff');
  const [ward, setWard] = useState('');
  const [notes, setNotes] = useState(true);
  const [asking, setAsking] = useState(location.search === '?dialog');
  const error = section ? null : '課の名前を入れてください';
  return (
    <Frame title="はじめに" route="ask" invalid={Boolean(error)}>
      {error && <ErrorSummary errors={[{ field: 'section', text: error }]} />}
      <p>所属などを入れると、結果や提出用のファイルに表示されます。あとから変えられます。</p>
      <SelectField
        id="ward"
        label="区"
        mark="optional"
        options={wards.map((label, index) => ({ value: index ? label : '', label }))}
        value={ward}
        onChange={setWard}
      />
      <TextField
        id="section"
        label="課・係"
        mark="required"
        support="例：区民課、保護第1課・保護第2課"
        error={error}
        length={20}
        suggestions={['区民課', '企画課']}
        value={section}
        onInput={setSection}
      />
      <Choice
        id="role"
        label="あなたの立場"
        mark="optional"
        options={[
          { value: 'staff', label: '職員' },
          { value: 'chief', label: '係長' },
          { value: 'promoter', label: '推進員' },
          { value: 'section-chief', label: '所属長' },
        ]}
        value={role}
        onChange={setRole}
      />
      <TextArea
        id="goal"
        label="今年度の目標"
        support="あとで確かめられる言葉にすると、ふりかえりやすくなります。"
        value={goal}
        onInput={setGoal}
      />
      <Checkbox
        id="notes"
        label="メモもファイルに入れる"
        support="入れると、所属長と事務局がメモを読めます。"
        checked={notes}
        onChange={setNotes}
      />
      <Buttons>
        <Button kind="primary">始める</Button>
        <Button>控えのファイルから戻す</Button>
        <Button kind="text">使い方を見る</Button>
        <Button danger onClick={() => setAsking(true)}>
          データを消す
        </Button>
      </Buttons>
      <Dialog
        open={asking}
        heading="このPCから、花子さんのデータを消しますか"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>消さない</Button>
            <Button kind="primary" danger onClick={() => setAsking(false)}>
              消す
            </Button>
          </>
        }
      >
        <p>
          令和5年度から令和8年度までの4件の振り返りが消えます。消したデータは、控えのファイルからだけ戻せます。
        </p>
      </Dialog>
    </Frame>
  );
}
