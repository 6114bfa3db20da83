import { useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import { viewOf } from '../../core/sheet/grid-view.ts';
import { gridsOf } from '../../core/xlsx/read-grids.ts';
import { isKey, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { WhichSection } from '../../ui/sheet/which-section.tsx';
import { book, pointed } from './at-hand.ts';
import { Drawn } from './drawn.tsx';

/** A header stands among the first rows. */
const mostRows = 40;

/** What was not found, and the way to point at it; what can't be pointed at is only told. */
export function Ask({ problems }: { problems: readonly Problem[] }) {
  const [problem] = problems;
  return (
    <>
      <Notice kind="warning" live="status" heading={t('sheet.askHeading')}>
        <SheetProblems problems={problems} />
      </Notice>
      {problem && <Question problem={problem} key={`${problem.code} ${problem.params?.field}`} />}
      {Object.keys(pointed.value).length > 0 && (
        <Buttons>
          <Button
            onClick={() => {
              pointed.value = {};
            }}
          >
            {t('sheet.askAgain')}
          </Button>
        </Buttons>
      )}
    </>
  );
}

function Question({ problem: { code, params = {} } }: { problem: Problem }) {
  switch (code) {
    case 'several-sheets':
      return <WhichSheet />;
    case 'no-table':
      return <WhichHeading field="target" sheet={pointed.value.sheet ?? null} />;
    case 'column-unclear':
      return <WhichHeading field={String(params.field)} sheet={String(params.sheet)} />;
    case 'section-unclear':
      return params.cell === undefined ? <Section /> : null;
    default:
      return null;
  }
}

const grids = () =>
  book.value ? gridsOf(book.value.workbook).filter(({ hidden }) => !hidden) : [];

function WhichSheet() {
  return (
    <SelectField
      id="which-sheet"
      label={t('sheet.worksheet')}
      options={[
        { value: '', label: t('sheet.choose') },
        ...grids().map(({ name }) => ({ value: name, label: name })),
      ]}
      value={pointed.value.sheet ?? ''}
      onChange={(sheet) => {
        pointed.value = { ...pointed.value, sheet };
      }}
    />
  );
}

/** The worksheet with a button in each cell that can be a heading. */
function WhichHeading({ field, sheet }: { field: string; sheet: string | null }) {
  const all = grids();
  const [name, setName] = useState(sheet ?? all[0]?.name ?? '');
  const grid = all.find((each) => each.name === name);
  const key = `place.${field}`;
  const what = isKey(key) ? t(key) : field;
  if (!grid) return null;
  const view = viewOf(grid);
  const point = (cell: string) => {
    const { headings } = pointed.value;
    pointed.value = { ...pointed.value, sheet: name, headings: { ...headings, [field]: cell } };
  };
  return (
    <>
      {all.length > 1 && (
        <SelectField
          id="which-sheet"
          label={t('sheet.worksheet')}
          options={all.map((each) => ({ value: each.name, label: each.name }))}
          value={name}
          onChange={setName}
        />
      )}
      <Drawn
        view={view}
        caption={t('sheet.point', { field: what })}
        rows={view.rows.slice(0, mostRows)}
        found={[]}
        cell={(address, text) =>
          text.trim() && (
            <button type="button" class="s-cell" onClick={() => point(address)}>
              {text}
            </button>
          )
        }
      />
    </>
  );
}

const Section = () => (
  <WhichSection
    told={pointed.value.section}
    onSection={(section) => {
      pointed.value = { ...pointed.value, section };
    }}
  />
);
