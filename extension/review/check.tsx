import { useEffect } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { complete } from '../../core/review/completion.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { go, route } from '../shell/route.ts';
import { sceneName } from '../shell/words.ts';
import { commit, saving } from '../store/saving.ts';
import { review } from '../store/session.ts';
import { answerRow } from './closed-items.tsx';
import { ClosedReview } from './closed-review.tsx';

const { scenes, standards } = builtInCatalog;

/** 確認画面: every answer once more, each with its way back; then the review can be finished. */
export function Check() {
  const [, at] = route.value;
  useEffect(() => {
    if (at)
      document.querySelector<HTMLElement>(`[aria-describedby="check-${CSS.escape(at)}"]`)?.focus();
  }, [at]);
  const { value: current } = review;
  if (!current) return null;
  const missing = standards.filter(({ id }) => ratingOf(current, id) === null);
  const open = current.state === 'open';
  const finish = async () => {
    await commit({ act: complete });
    if (saving.peek().state !== 'failed') go('#/result');
  };
  return (
    <>
      <ClosedReview />
      {open && missing.length > 0 && <Missing missing={missing} />}
      {open && <p>{t('check.lead')}</p>}
      {scenes.map((scene) => (
        <section key={scene.id}>
          <h2>{sceneName(scene)}</h2>
          <CheckList rows={standardsOfScene(builtInCatalog, scene.id).map(rowOf(current))} />
        </section>
      ))}
      {open && (
        <Buttons>
          <Button kind="primary" onClick={() => void finish()}>
            {t(missing.length ? 'check.finishAnyway' : 'check.finish')}
          </Button>
        </Buttons>
      )}
    </>
  );
}

const rowOf = (current: Review) => (standard: Standard) => {
  const row = answerRow(current, standard);
  // The last part brings the way back here.
  const href = `#/scene/${standard.scene}/${standard.id}/check`;
  return current.state === 'open' ? { ...row, href } : row;
};

/** Which scenes still have unanswered items, each with the way to its first. */
function Missing({ missing }: { missing: readonly Standard[] }) {
  return (
    <Notice kind="warning" heading={t('check.missing', { count: missing.length })}>
      <p>{t('check.missingHelp')}</p>
      <ul>
        {scenes.map((scene) => {
          const open = missing.filter((standard) => standard.scene === scene.id);
          const [first] = open;
          return (
            first && (
              <li key={scene.id}>
                <a href={`#/scene/${scene.id}/${first.id}`}>
                  {t('check.missingIn', { scene: sceneName(scene), count: open.length })}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </Notice>
  );
}
