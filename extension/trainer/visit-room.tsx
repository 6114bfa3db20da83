import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { blankVisit, type VisitSheet } from '../../core/deck/visit-sheet.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { go, route } from '../shell/route.ts';
import { causeOf } from '../store/cause.ts';
import type { VisitRow } from '../store/schema.ts';
import { deleteVisit, listVisits, putVisit } from '../store/visits.ts';
import { TrainerFrame } from './frame.tsx';
import './paper.css';
import { VisitForm } from './visit-form.tsx';
import { VisitPaper } from './visit-paper.tsx';
import { wholeCatalog } from './whole-catalog.ts';

/**
 * `#/visit`, `#/visit/<id>`: 窓口応対現場研修. The visiting instructor marks what is seen and heard, and
 * leaves one sheet of paper; the sheet that was written on last comes first.
 */
export function VisitRoom() {
  const [, asked] = route.value;
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  const [rows, setRows] = useState<readonly VisitRow[]>([]);
  const [fresh] = useState(() => crypto.randomUUID());
  const [cause, setCause] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  useEffect(() => {
    void Promise.all([wholeCatalog(), listVisits()]).then(([whole, kept]) => {
      setRows(kept);
      setCatalog(whole);
    });
  }, []);
  if (!catalog) return null;

  const kept = asked ? rows.find(({ id }) => id === asked) : rows[0];
  const { id, sheet } = kept ?? { id: asked ?? fresh, sheet: blankVisit };
  const others = rows.filter((row) => row.id !== id);
  const keep = (writing: Promise<void>) =>
    writing.then(
      () => setCause(null),
      (error: unknown) => setCause(causeOf(error)),
    );
  const change = (part: Partial<VisitSheet>) => {
    const row = { id, sheet: { ...sheet, ...part }, changedAt: Date.now() };
    setRows([row, ...others]);
    void keep(putVisit(row));
  };
  const remove = () => {
    setDeleting(false);
    setRows(others);
    void keep(deleteVisit(id));
    go('#/visit');
  };

  return (
    <TrainerFrame title={t('visit.title')}>
      <div class="f-screen t-form">
        <p>{t('visit.lead')}</p>
        {cause && (
          <Notice kind="error" live="alert" heading={t('ui.saveFailed')}>
            <p>{t('keep.why', { cause })}</p>
          </Notice>
        )}
        <VisitForm key={id} sheet={sheet} catalog={catalog} onChange={change} />
      </div>
      <VisitPaper sheet={sheet} catalog={catalog} />
      <Buttons>
        <Button kind="primary" onClick={() => print()}>
          {t('result.print')}
        </Button>
        {kept && (
          <>
            <Button onClick={() => go(`#/visit/${crypto.randomUUID()}`)}>{t('visit.new')}</Button>
            <Button kind="text" danger onClick={() => setDeleting(true)}>
              {t('visit.delete')}
            </Button>
          </>
        )}
      </Buttons>
      {others.length > 0 && (
        <div class="f-screen">
          <h2>{t('visit.others')}</h2>
          <ul>
            {others.map((row) => (
              <li key={row.id}>
                <a href={`#/visit/${row.id}`}>{nameOf(row.sheet)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Dialog
        open={deleting}
        heading={t('visit.sure', { name: nameOf(sheet) })}
        warning={t('visit.sureHelp')}
        onClose={() => setDeleting(false)}
        actions={
          <>
            <Button onClick={() => setDeleting(false)}>{t('ui.cancel')}</Button>
            <Button kind="primary" danger onClick={remove}>
              {t('visit.delete')}
            </Button>
          </>
        }
      />
    </TrainerFrame>
  );
}

/** 区民課 3番窓口（12月1日 午前）. */
function nameOf({ place, date }: VisitSheet): string {
  const name = place.trim() || t('visit.unnamed');
  return date.trim() ? `${name}（${date.trim()}）` : name;
}
