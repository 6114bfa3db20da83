import { useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import { goalLimit } from '../../core/review/review.ts';
import type { SheetSection } from '../../core/sheet/model/sheet.ts';
import { nextStep, problemText } from '../../locales/problem-text.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Rows } from '../../ui/rows.tsx';
import { store } from '../page-store.ts';
import { addGoalText, goalsOf } from './goal-acts.ts';
import { readTargets, type SectionTargets } from './read-targets.ts';

/** Personal goals out of the section's targets (002 §3), from the chief's sheet as a file or a workbook. */
export function FromSection() {
  const [read, setRead] = useState<SectionTargets | null>(null);
  const [chosen, choose] = useState(0);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const open = async (file: File) => {
    const found = await readTargets(file);
    setRead(found);
    if (!found.ok) return;
    const own = store.review.peek()?.unit.section;
    const mine = found.value.findIndex(({ section }) => own && section.includes(own));
    choose(Math.max(mine, 0));
  };
  const { value: current } = store.review;
  if (!current) return null;
  const hasRoom = goalsOf(current).length < goalLimit;
  const sections = read?.ok ? read.value : [];
  const take = (text: string) => {
    setTaken([...taken, text]);
    addGoalText(current, text);
  };
  return (
    <>
      <FileField
        id="section-sheet"
        accept=".xlsx,.json"
        label={t('goals.sheet')}
        support={t('goals.sheetHelp')}
        onFile={(file) => void open(file)}
      />
      {read && !read.ok && <Refused problems={read.problems} />}
      {sections.length > 1 && (
        <SelectField
          id="section-of-sheet"
          label={t('goals.section')}
          options={sections.map(({ section }, i) => ({ value: String(i), label: section }))}
          value={String(chosen)}
          onChange={(value) => choose(Number(value))}
        />
      )}
      <Rows
        rows={targetsOf(sections[chosen]).map((text) => ({
          id: text,
          label: text,
          act: taken.includes(text) ? (
            t('goals.taken')
          ) : hasRoom ? (
            <Button aria-label={t('goals.makeThis', { text })} onClick={() => take(text)}>
              {t('goals.make')}
            </Button>
          ) : null,
        }))}
      />
    </>
  );
}

/** The first paragraph of each target; the rest is how the section goes about it. */
const targetsOf = (section: SheetSection | undefined): string[] =>
  (section?.targets ?? []).flatMap(({ target }) => {
    const first = target?.split('\n').find((line) => line.trim() !== '');
    return first ? [first.trim()] : [];
  });

function Refused({ problems }: { problems: readonly Problem[] }) {
  const [problem] = problems;
  return (
    <Notice kind="error" level={3} live="status" heading={t('goals.notRead')}>
      {problem && <p>{problemText(problem)}</p>}
      <p>{(problem && nextStep(problem)) ?? t('goals.notReadNext')}</p>
    </Notice>
  );
}
