import { useState } from 'preact/hooks';
import {
  type OptionalColumn,
  type OwnKind,
  optionalColumns,
  ownKinds,
  usualColumns,
} from '../../core/sheet/form/own-layout.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type HostError, hostErrorKey } from '../excel/host-error.ts';
import { layOut } from '../excel/lay-out.ts';
import { remember } from './commands.ts';
import { takeCurrent } from './current-worksheet.ts';
import { Frame } from './frame.tsx';
import { go } from './view.ts';

const allColumns = Object.keys(optionalColumns) as OptionalColumn[];

/** Lays our own template out in the open workbook, where the ward has sent none. */
export function NewView() {
  const [kind, setKind] = useState<OwnKind>('section');
  const [columns, setColumns] = useState(usualColumns);
  const [error, setError] = useState<HostError | null>(null);
  const make = async () => {
    const laidOut = await layOut(kind, columns);
    setError(laidOut.ok ? null : laidOut.error);
    if (!laidOut.ok) return;
    remember({ kind: 'laid-out', reading: laidOut.value });
    takeCurrent(laidOut.value);
    go('sheet');
  };
  return (
    <Frame
      title={t('pane.newTitle')}
      footer={
        <Buttons>
          <Button kind="primary" onClick={() => void make()}>
            {t('pane.make')}
          </Button>
        </Buttons>
      }
    >
      {error && (
        <Notice kind="error" live="alert" heading={t('pane.notMade')}>
          <p>{t(hostErrorKey(error))}</p>
        </Notice>
      )}
      <p>{t('pane.newLead')}</p>
      <Choice
        id="kind"
        label={t('pane.newKind')}
        options={ownKinds.map((value) => ({ value, label: t(`sheet.blank-${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value === 'ward' ? 'ward' : 'section')}
      />
      <Disclosure summary={t('pane.newColumns')}>
        {allColumns.map((column) => (
          <Checkbox
            key={column}
            id={`column-${column}`}
            label={t(`place.${column}`)}
            checked={columns.includes(column)}
            onChange={(checked) =>
              setColumns(
                allColumns.filter((each) => (each === column ? checked : columns.includes(each))),
              )
            }
          />
        ))}
      </Disclosure>
    </Frame>
  );
}
