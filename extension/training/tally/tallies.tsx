import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../locales/t.ts';
import { Button } from '../../../ui/button.tsx';
import { dateAndTime } from '../../../ui/date-and-time.ts';
import { Rows } from '../../../ui/rows.tsx';
import { DeleteDialog } from '../../app/delete-dialog.tsx';
import { go } from '../../app/route.ts';
import { store } from '../../page-store.ts';
import type { TallyRow } from '../../store/db/schema.ts';
import { deleteTally, listTallies } from '../../store/tables/tallies.ts';
import { OpenFile } from '../open-file.tsx';
import { openedTally } from './tally-file.ts';

/** The sessions in which hands were counted, on this PC or read from a file. */
export function Tallies() {
  const [rows, setRows] = useState<readonly TallyRow[]>([]);
  const [deleting, setDeleting] = useState<TallyRow | null>(null);
  const read = () => void listTallies(store).then(setRows);
  useEffect(read, []);
  const remove = async () => {
    if (deleting) await deleteTally(store, deleting.id);
    read();
  };
  return (
    <>
      <h2>{t('tally.heading')}</h2>
      <p>{t('tally.lead')}</p>
      {rows.length > 0 && (
        <Rows
          rows={rows.map((row) => ({
            id: row.id,
            label: (
              <a href={`#/tally/${row.id}`}>
                {row.tally.title}（{dateAndTime(row.tally.heldAt)}）
              </a>
            ),
            act: (
              <Button
                kind="text"
                danger
                aria-label={t('trainer.deleteOf', { title: row.tally.title })}
                onClick={() => setDeleting(row)}
              >
                {t('trainer.delete')}
              </Button>
            ),
          }))}
        />
      )}
      <OpenFile
        id="tally-file"
        label={t('tally.open')}
        support={t('tally.openHelp')}
        other={{ kind: 'course', text: t('tally.isCourse', { field: t('course.open') }) }}
        read={async (text) => {
          const { parseTallyFile } = await import('../../../core/formats/tally-file.ts');
          return parseTallyFile(text);
        }}
        onRead={(tally) => {
          openedTally.value = tally;
          go('#/tally/file');
        }}
      />
      <DeleteDialog
        open={deleting !== null}
        heading={t('tally.sure')}
        warning={t('tally.sureHelp')}
        act={t('trainer.delete')}
        onClose={() => setDeleting(null)}
        remove={remove}
      />
    </>
  );
}
