import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../core/result.ts';
import { nameKey } from '../../core/sheet/section-name.ts';
import type { Sheet, SheetSection } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../disclosure.tsx';
import { SelectField } from '../field.tsx';
import { FileField } from '../file-field.tsx';
import { fiscalYearName } from '../fiscal-year.ts';
import { Notice } from '../notice.tsx';
import { Table } from '../table.tsx';
import { CellText } from './cell-text.tsx';
import { SheetProblems } from './problems.tsx';

export interface LastYearSheet {
  /** Of the file; null: what was written on this PC. */
  readonly name: string | null;
  readonly sheet: Sheet;
}

interface LastYearProps {
  /** What is being written. */
  sheet: Sheet;
  last: LastYearSheet | null;
  onLast: (last: LastYearSheet) => void;
  /** Reads a chosen file; throws the browser's errors. */
  read: (file: File) => Promise<Result<Sheet>>;
}

/** Last year's sheet laid beside; nothing is copied from it. */
export function LastYear({ sheet, last, onLast, read }: LastYearProps) {
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = async (file: File) => {
    setError(null);
    setProblems([]);
    try {
      const found = await read(file);
      if (found.ok) onLast({ name: file.name, sheet: found.value });
      else setProblems(found.problems);
    } catch (cause) {
      setError(
        t('restore.unreadable', { cause: cause instanceof Error ? cause.name : String(cause) }),
      );
    }
  };
  return (
    <Disclosure summary={t('sheet.lastYear')} open={last !== null}>
      {last && <Beside key={last.name} last={last} own={sheet.sections[0]?.section ?? ''} />}
      <FileField
        id="last-year"
        label={t('sheet.lastYearFile')}
        support={t('sheet.lastYearHelp')}
        accept=".xlsx,.xlsm,.json"
        error={error}
        onFile={(file) => void open(file)}
      />
      {problems.length > 0 && (
        <Notice kind="error" live="alert" heading={t('sheet.refused')}>
          <SheetProblems problems={problems} />
        </Notice>
      )}
    </Disclosure>
  );
}

/** The texts of the section `own`; a section that was called otherwise then is chosen. */
function Beside({ last: { name, sheet }, own }: { last: LastYearSheet; own: string }) {
  const [chosen, setChosen] = useState('');
  const told = sheet.sections.filter(({ targets }) => targets.length > 0);
  const named = told.find((each) => nameKey(each.section) === nameKey(own));
  const section = named ?? told[Number(chosen || -1)];
  const from = name ?? t('sheet.thisPc');
  return (
    <>
      {!named && <p role="status">{t('sheet.notInIt', { section: own, name: from })}</p>}
      {!named && told.length > 0 && (
        <SelectField
          id="last-year-section"
          label={t('sheet.lastYearSection')}
          options={[
            { value: '', label: t('sheet.choose') },
            ...told.map((each, index) => ({ value: String(index), label: each.section })),
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {section && <Texts section={section} year={sheet.fiscalYear} from={from} />}
    </>
  );
}

interface TextsProps {
  section: SheetSection;
  year: number | null;
  from: string;
}

function Texts({ section: { section, targets }, year, from }: TextsProps) {
  const of = [year === null ? '' : fiscalYearName(year), section].filter(Boolean).join('　');
  return (
    <Table
      caption={t('sheet.lastYearOf', { section: of, name: from })}
      head={[t('place.no'), t('place.target'), t('place.result')]}
      rows={targets.map(({ no, target, result }) => [
        no,
        <CellText key="target" text={target} />,
        <CellText key="result" text={result} />,
      ])}
      stacks
    />
  );
}
