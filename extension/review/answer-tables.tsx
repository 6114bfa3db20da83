import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { StandardId } from '../../core/catalog/catalog.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import type { Rating } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ratingName, sceneName, statusTag } from '../shell/words.ts';
import './result.css';

type Answers = Readonly<Record<StandardId, { rating: Rating | null; note: string | null }>>;

/** Every standard with its answer, a table a scene; answers to standards of another catalog come last, by id. */
export function AnswerTables({ answers, notes }: { answers: Answers; notes: boolean }) {
  const answer = (id: StandardId) => {
    const { rating = null, note = null } = answers[id] ?? {};
    return (
      <>
        {rating ? ratingName(rating) : t('ui.unanswered')}
        {notes && note && <p class="r-note">{t('answers.note', { note })}</p>}
      </>
    );
  };
  const table = (caption: string, rows: Parameters<typeof Table>[0]['rows']) => (
    <Table
      key={caption}
      caption={caption}
      head={[t('answers.item'), t('answers.answer')]}
      rows={rows}
    />
  );
  const unknown = Object.keys(answers).filter((id) => !standardById(builtInCatalog, id));
  return (
    <div class="r-answers">
      {builtInCatalog.scenes.map((scene) =>
        table(
          sceneName(scene),
          standardsOfScene(builtInCatalog, scene.id).map((standard) => [
            <>
              {standard.text} <Tag>{statusTag(standard)}</Tag>
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
    </div>
  );
}
