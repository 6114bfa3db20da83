import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import type { Rating } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Table } from '../../ui/table.tsx';
import { ratingName, sceneName } from '../app/words.ts';
import { StatusTag } from './status-tag.tsx';
import './result.css';

type Answers = Readonly<Record<StandardId, { rating: Rating | null; note: string | null }>>;

/** Every standard with its answer, a table a scene; answers to standards of another catalog come last, by id. */
export function AnswerTables({ answers, notes }: { answers: Answers; notes: boolean }) {
  const answer = (id: StandardId) => {
    const { rating = null, note = null } = answers[id] ?? {};
    return (
      <>
        <span class="r-rating">{rating ? ratingName(rating) : t('ui.unanswered')}</span>
        {notes && note && <p class="r-note">{t('answers.note', { note })}</p>}
      </>
    );
  };
  // The scene is the head of its column: a head is repeated on each sheet of paper, a caption is not.
  const table = (scene: string, rows: Parameters<typeof Table>[0]['rows']) => (
    <Table
      key={scene}
      caption={<span class="f-unseen">{scene}</span>}
      head={[scene, t('answers.answer')]}
      rows={rows}
    />
  );
  const unknown = Object.keys(answers).filter((id) => !standardById(builtInCatalog, id));
  return (
    <div class="r-answers" data-notes={notes}>
      {builtInCatalog.scenes.map((scene) =>
        table(
          sceneName(scene),
          standardsOfScene(builtInCatalog, scene.id).map((standard) => [
            <>
              {standard.text} <StatusTag of={standard} />
            </>,
            answer(standard.id),
          ]),
        ),
      )}
      {unknown.length > 0 &&
        table(
          t('answers.unknown'),
          unknown.map((id) => [id, answer(id)]),
        )}
      <p class="r-paper">{t('paper.models')}</p>
    </div>
  );
}
