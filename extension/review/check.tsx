import { useEffect, useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { Standard } from '../../core/catalog/catalog.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { ratingOf } from '../../core/review/answering.ts';
import { complete } from '../../core/review/completion.ts';
import type { Review } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { go, noteInAddress, route } from '../app/route.ts';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { commit } from '../store/session/saving.ts';
import { answerRow } from './closed-items.tsx';
import { ClosedReview } from './closed-review.tsx';

const { scenes, standards } = builtInCatalog;

/** 確認画面: every answer once more, each with its way back; then the review can be finished. */
export function Check() {
  const [, at] = route.value;
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const row =
      at && document.querySelector<HTMLElement>(`[aria-describedby="check-${CSS.escape(at)}"]`);
    if (!row) return;
    // After the page's own focus on its heading.
    requestAnimationFrame(() => {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
  }, [at]);
  const { value: current } = store.review;
  if (!current) return null;
  const missing = standards.filter(({ id }) => ratingOf(current, id) === null);
  const open = current.state === 'open';
  const answered = standards.length - missing.length;
  const press = () => {
    if (missing.length > 0) setAsking(true);
    else void finish();
  };
  const goOn = () => {
    setAsking(false);
    const [first] = missing;
    if (first) go(`#/scene/${first.scene}/${first.id}`);
  };
  const finish = async () => {
    setAsking(false);
    await commit(store, { act: complete });
    if (store.saving.peek().state !== 'failed') go('#/result');
  };
  // Back from an item that was opened here leads to its row.
  const place = ({ target }: Event) => {
    const id = (target as Element).getAttribute('aria-describedby')?.replace(/^check-/, '');
    if (id && standardById(builtInCatalog, id)) noteInAddress(`#/check/${id}`);
  };
  return (
    <>
      <ClosedReview />
      {open && missing.length > 0 && <Missing missing={missing} />}
      {open && <p>{t('check.lead')}</p>}
      {scenes.map((scene) => (
        <section key={scene.id} onFocusIn={place}>
          <h2>{sceneName(scene)}</h2>
          <CheckList rows={standardsOfScene(builtInCatalog, scene.id).map(rowOf(current))} />
        </section>
      ))}
      {open && answered === 0 && <p>{t('check.nothing')}</p>}
      {open && answered > 0 && (
        <Buttons>
          <Button kind="primary" onClick={press}>
            {t(missing.length ? 'check.finishAnyway' : 'check.finish')}
          </Button>
        </Buttons>
      )}
      <Dialog
        open={asking}
        heading={t('check.sure', { answered, total: standards.length })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={goOn}>{t('check.goOn')}</Button>
            <Button onClick={() => void finish()}>{t('check.finishAnyway')}</Button>
          </>
        }
      >
        <p>{t('check.sureHelp', { count: missing.length })}</p>
      </Dialog>
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
    <Notice
      kind="warning"
      heading={t('check.missing', { count: missing.length })}
      actions={<ButtonLink href="#/open">{t('review.open')}</ButtonLink>}
    >
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
