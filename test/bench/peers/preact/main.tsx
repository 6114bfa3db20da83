// The floor: what a page by hand costs on the product's own library, without a store.
import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import '../floor.css';
import { type Item, items, ratings, words } from '../items.ts';

interface QuestionProps {
  readonly item: Item;
  readonly count: (change: 1 | -1) => void;
}

function Question({ item, count }: QuestionProps) {
  const [rating, setRating] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const answer = (value: string) => {
    if (rating === null) count(1);
    setRating(value);
  };
  const clear = () => {
    count(-1);
    setRating(null);
  };
  return (
    <fieldset>
      <legend>{item.text}</legend>
      <p>{item.guidance}</p>
      <div class="ratings">
        {ratings.map(({ value, text }) => (
          <label key={value}>
            <input
              type="radio"
              name={item.id}
              value={value}
              checked={rating === value}
              onChange={() => answer(value)}
            />
            {text}
          </label>
        ))}
      </div>
      <button type="button" class="clear" hidden={rating === null} onClick={clear}>
        {words.clear}
      </button>
      <button type="button" aria-expanded={note !== null} onClick={() => setNote(note ?? '')}>
        {words.note}
      </button>
      {note !== null && (
        <textarea
          aria-label={words.note}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </fieldset>
  );
}

function Page() {
  const [answered, setAnswered] = useState(0);
  // The same nodes at every count: one answer redraws one question.
  const questions = useMemo(() => {
    const count = (change: 1 | -1) => setAnswered((before) => before + change);
    return items.map((item) => <Question key={item.id} item={item} count={count} />);
  }, []);
  return (
    <main>
      <h1>{words.title}</h1>
      <output>
        {answered} / {items.length}
      </output>
      {questions}
    </main>
  );
}

render(<Page />, document.getElementById('app') as HTMLElement);
