import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../core/result.ts';
import { nameKey } from '../../core/sheet/section-name.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../disclosure.tsx';
import { FileField } from '../file-field.tsx';
import { Notice } from '../notice.tsx';
import { Table } from '../table.tsx';
import { SheetProblems } from './problems.tsx';

interface Seen {
  readonly name: string;
  readonly sheet: Sheet;
}

interface LastYearProps {
  sheet: Sheet;
  /** Reads a chosen file; throws the browser's errors. */
  read: (file: File) => Promise<Result<Sheet>>;
}

/** Last year's sheet, read from its file and laid beside; nothing is copied from it. */
export function LastYear({ sheet, read }: LastYearProps) {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const open = async (file: File) => {
    setError(null);
    setProblems([]);
    try {
      const last = await read(file);
      if (last.ok) setSeen({ name: file.name, sheet: last.value });
      else setProblems(last.problems);
    } catch (cause) {
      setError(
        t('restore.unreadable', { cause: cause instanceof Error ? cause.name : String(cause) }),
      );
    }
  };
  const own = sheet.sections[0]?.section ?? '';
  const section = seen?.sheet.sections.find((each) => nameKey(each.section) === nameKey(own));
  return (
    <Disclosure summary={t('sheet.lastYear')}>
      <FileField
        id="last-year"
        label={t('sheet.lastYearFile')}
        support={t('sheet.lastYearHelp')}
        accept=".xlsx,.xlsm,.json"
        error={error}
        onFile={(file) => void open(file)}
      />
      {problems.length > 0 && (
        <Notice kind="error" live="alert" level={3} heading={t('sheet.refused')}>
          <SheetProblems problems={problems} />
        </Notice>
      )}
      {seen && !section && (
        <p role="status">{t('sheet.notInIt', { section: own, name: seen.name })}</p>
      )}
      {seen && section && (
        <Table
          caption={t('sheet.lastYearOf', { section: section.section, name: seen.name })}
          head={[t('place.no'), t('place.target'), t('place.result')]}
          rows={section.targets.map(({ no, target, result }) => [no, target, result])}
          stacks
        />
      )}
    </Disclosure>
  );
}
