import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { sameValue } from '../../../core/merge-fields.ts';
import {
  blankVisit,
  mergeVisits,
  type VisitClash,
  type VisitSheet,
} from '../../../core/training/visit-sheet.ts';
import { t } from '../../../locales/t.ts';
import { Button, Buttons } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DeleteDialog } from '../../app/delete-dialog.tsx';
import { go, route } from '../../app/route.ts';
import { visitName as nameOf } from '../../app/row-names.ts';
import { failureOf } from '../../store/db/cause.ts';
import type { VisitRow } from '../../store/db/schema.ts';
import { deleteVisit, keepVisit, listVisits, putVisit } from '../../store/tables/visits.ts';
import { TrainerFrame } from '../frame.tsx';
import '../paper.css';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { store } from '../../page-store.ts';
import { VisitClashNotice } from './visit-clash.tsx';
import { VisitFiles } from './visit-files.tsx';
import { VisitForm } from './visit-form.tsx';
import { VisitPaper } from './visit-paper.tsx';

/**
 * `#/visit`, `#/visit/<id>`: 窓口応対現場研修. The visiting instructor marks what is seen and heard, and
 * leaves one sheet of paper; the sheet that was written on last comes first.
 */
export function VisitView() {
  const [, asked] = route.value;
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  const [rows, setRows] = useState<readonly VisitRow[]>([]);
  const [fresh] = useState(() => crypto.randomUUID());
  const [cause, setCause] = useState<string | null>(null);
  const [clashes, setClashes] = useState<readonly VisitClash[]>([]);
  const [deleting, setDeleting] = useState(false);
  /** The sheet that was just opened from a file, by name. */
  const [opened, setOpened] = useState<string | null>(null);
  /** What keeps each sheet of this page. */
  const keepers = useRef(new Map<string, ReturnType<typeof keepVisit>>());
  useEffect(
    () => () => {
      for (const keeper of keepers.current.values()) void keeper.flush();
    },
    [],
  );
  useEffect(() => {
    void Promise.all([wholeCatalog(), listVisits(store)]).then(([whole, kept]) => {
      setRows(kept);
      setCatalog(whole);
    });
  }, []);
  if (!catalog) return null;

  const kept = asked ? rows.find(({ id }) => id === asked) : rows[0];
  const { id, sheet } = kept ?? { id: asked ?? fresh, sheet: blankVisit };
  const others = rows.filter((row) => row.id !== id);
  const fail = (error: unknown) => void failureOf(store, error).then(setCause);
  const keeperOf = () => {
    const known = keepers.current.get(id);
    if (known) return known;
    const made = keepVisit(
      store,
      id,
      sheet,
      (saved, written) => {
        setCause(null);
        if (saved.clashes.length > 0) setClashes(saved.clashes);
        // Another page has written on other fields.
        if (saved.sheet !== written) setRows((all) => all.map(taking(id, saved.sheet, written)));
      },
      fail,
    );
    keepers.current.set(id, made);
    return made;
  };
  const change = (part: Partial<VisitSheet>) => {
    const next = { ...sheet, ...part };
    keeperOf().type(next);
    setRows([{ id, sheet: next, changedAt: Date.now() }, ...others]);
  };
  const remove = async () => {
    // Or a save that is still under way would bring it back.
    await keepers.current.get(id)?.flush();
    await deleteVisit(store, id);
    setCause(null);
    setRows(others);
    keepers.current.get(id)?.drop();
    keepers.current.delete(id);
    go('#/visit');
  };
  const settle = (clash: VisitClash) => setClashes(clashes.filter((each) => each !== clash));
  const takeTheirs = (clash: VisitClash) => {
    settle(clash);
    change(
      clash.field === 'mark'
        ? { marks: { ...sheet.marks, [clash.standard]: clash.theirs } }
        : { [clash.field]: clash.theirs },
    );
  };
  const open = async (given: VisitSheet) => {
    const known = rows.find((row) => sameValue(row.sheet, given));
    const row = known ?? { id: crypto.randomUUID(), sheet: given, changedAt: Date.now() };
    try {
      if (!known) await putVisit(store, row.id, given, given);
      setRows((all) => [row, ...all.filter((each) => each.id !== row.id)]);
      setOpened(nameOf(given));
      go(`#/visit/${row.id}`);
    } catch (error) {
      fail(error);
    }
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
        {clashes.map((clash) => (
          <VisitClashNotice
            key={clash.field === 'mark' ? clash.standard : clash.field}
            clash={clash}
            catalog={catalog}
            onKeep={() => settle(clash)}
            onTake={() => takeTheirs(clash)}
          />
        ))}
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
      <div class="f-screen t-form">
        <VisitFiles
          sheet={kept ? sheet : null}
          opened={opened}
          onChoose={() => setOpened(null)}
          onOpen={open}
        />
      </div>
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
      <DeleteDialog
        open={deleting}
        heading={t('visit.sure', { name: nameOf(sheet) })}
        warning={t('visit.sureHelp')}
        act={t('visit.delete')}
        onClose={() => setDeleting(false)}
        remove={remove}
      />
    </TrainerFrame>
  );
}

/** A row as it is on the disk by now, with what was typed on it since it was written. */
const taking = (id: string, onDisk: VisitSheet, written: VisitSheet) => (row: VisitRow) =>
  row.id === id ? { ...row, sheet: mergeVisits(written, row.sheet, onDisk).sheet } : row;
