import { useState } from 'preact/hooks';
import { Button, Buttons } from '../../ui/button.tsx';
import { Item } from '../../ui/item.tsx';
import { ItemList } from '../../ui/item-list.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Frame } from './frame.tsx';
import { catalog, options } from './words.ts';

const earlier = { label: '令和7年度の答え', text: 'おおむね守れている' };

/** The standards of a scene; with `?all` every standard, with `?all=400` as many. */
export function ReviewView({ narrow = false }) {
  const all = new URLSearchParams(location.search).get('all');
  const count = all === null ? 4 : Number(all) || catalog.standards.length;
  const [answers, setAnswers] = useState<Record<string, string | null>>({
    0: 'kept',
    1: 'partly-kept',
  });
  const [notes, setNotes] = useState<Record<string, string>>({
    1: '混んでいるときに、番号札の案内が遅れることがある。\n昼の当番で声をかけ合う。',
  });
  const answered = Object.values(answers).filter(Boolean).length;
  return (
    <Frame title="③ 電話での場面" route="review" narrow={narrow}>
      <Progress
        label={`${count}項目のうち ${answered}項目に答えました`}
        value={answered}
        max={count}
      />
      <ItemList
        shortcuts
        onAnswer={(id, value) => setAnswers({ ...answers, [id]: value })}
        onNote={(id, text) => setNotes({ ...notes, [id]: text })}
      >
        {Array.from({ length: count }, (_, index) => {
          const standard = catalog.standards[index % catalog.standards.length];
          if (!standard) return null;
          return (
            <Item
              key={`${standard.id}-${index}`}
              id={`${index}`}
              number={index + 1}
              text={standard.text}
              tag={standard.status === 'model' ? '見本' : null}
              guidance={standard.guidance ?? null}
              options={options}
              value={answers[index] ?? null}
              note={notes[index] ?? null}
              earlier={index === 0 || index === 2 ? earlier : null}
              saved={index === 0 ? '10:32' : null}
            />
          );
        })}
      </ItemList>
      <Buttons>
        <Button kind="primary">次の場面へ</Button>
        <Button>あとで続ける</Button>
      </Buttons>
    </Frame>
  );
}
