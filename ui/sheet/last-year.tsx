import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../core/result.ts';
import { nameKey } from '../../core/sheet/model/section-name.ts';
import type { Sheet, SheetSection, Target } from '../../core/sheet/model/sheet.ts';
import { copiedTo } from '../../core/sheet/session/copy-target.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../button.tsx';
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
  /** Takes a target over into this year's; null when targets are not being set. */
  onCopy: ((target: Target) => void) | null;
}

/** Last year's sheet laid beside: a target is copied from it when the chief says so. */
export function LastYear({ sheet, last, onLast, read, onCopy }: LastYearProps) {
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
      {last && <Beside key={last.name} last={last} own={sheet.sections[0]} onCopy={onCopy} />}
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

interface BesideProps extends Pick<LastYearProps, 'onCopy'> {
  last: LastYearSheet;
  /** The section that is being written. */
  own: SheetSection | undefined;
}

/** The texts of the section `own`; a section that was called otherwise then is chosen. */
function Beside({ last: { name, sheet }, own, onCopy }: BesideProps) {
  const [chosen, setChosen] = useState('');
  const ownName = own?.section ?? '';
  const told = sheet.sections.filter(({ targets }) => targets.length > 0);
  const named = told.find((each) => nameKey(each.section) === nameKey(ownName));
  const section = named ?? told[Number(chosen || -1)];
  const from = name ?? t('sheet.thisPc');
  return (
    <>
      {!named && <p role="status">{t('sheet.notInIt', { section: ownName, name: from })}</p>}
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
      {section && (
        <Texts section={section} year={sheet.fiscalYear} from={from} own={own} onCopy={onCopy} />
      )}
    </>
  );
}

interface TextsProps extends Pick<BesideProps, 'own' | 'onCopy'> {
  section: SheetSection;
  year: number | null;
  from: string;
}

function Texts({ section: { section, targets }, year, from, own, onCopy }: TextsProps) {
  const of = [year === null ? '' : fiscalYearName(year), section].filter(Boolean).join('　');
  return (
    <Table
      caption={t('sheet.lastYearOf', { section: of, name: from })}
      head={[t('place.no'), t('place.target'), t('place.result')]}
      rows={targets.map((one) => [
        one.no,
        <>
          <CellText text={one.target} />
          {own && onCopy && one.target && <Copy from={one} own={own} onCopy={onCopy} />}
        </>,
        <CellText key="result" text={one.result} />,
      ])}
      stacks
    />
  );
}

interface CopyProps {
  from: Target;
  own: SheetSection;
  onCopy: (target: Target) => void;
}

/** The button stays where it is, so that the keyboard does too. */
function Copy({ from, own, onCopy }: CopyProps) {
  const no = copiedTo(own, from);
  return (
    <p class="s-copy">
      <Button
        kind="text"
        aria-label={t('sheet.copyOf', { no: from.no })}
        onClick={() => onCopy(from)}
      >
        {t('sheet.copy')}
      </Button>
      <span role="status">{no !== null && t('sheet.copied', { no })}</span>
    </p>
  );
}
