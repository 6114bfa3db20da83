import { useMemo, useState } from 'preact/hooks';
import type { GridView } from '../../core/sheet/form/grid-view.ts';
import type { Places, SectionPlace } from '../../core/sheet/form/places.ts';
import { parseAddress } from '../../core/xlsx/address.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Drawn, type Marks } from './drawn.tsx';
import { marksOf } from './marks.ts';

interface FormPictureProps {
  places: Places;
  /** The section that is looked at; the first where absent. */
  place?: SectionPlace | undefined;
  caption?: string;
}

/** Rows above a section's first that show its headings. */
const above = 3;
const mostRows = 30;

/** Where a form's fields are for one section: the headings and its places as they stand in each worksheet, in colour and with their numbers. */
export function FormPicture({ places, place = places.sections[0], caption }: FormPictureProps) {
  const [isWhole, setWhole] = useState(false);
  if (!place) return null;
  const sheets = [...new Set(place.targets.flatMap(({ cells }) => sheetsOf(cells)))];
  const header = headerRows(places);
  const parts = sheets.flatMap((sheet): Part[] => {
    const view = places.views.get(sheet);
    return view ? [{ sheet, view, marks: marksOf(sheet, places, [place]) }] : [];
  });
  // One worksheet a target: the first ones show how it is meant.
  const few = isWhole ? parts : parts.slice(0, 2);
  const isMore =
    parts.length > few.length ||
    few.some((part) => rowsOf(part, header, false).length < rowsOf(part, header, true).length);
  return (
    <>
      {few.map((part) => (
        <DrawnPart
          key={part.sheet}
          part={part}
          header={header}
          isWhole={isWhole}
          caption={
            (caption ?? t('sheet.picture')) +
            (parts.length > 1 ? t('sheet.ofSheet', { sheet: part.sheet }) : '')
          }
        />
      ))}
      {isMore && (
        <Button kind="text" onClick={() => setWhole(true)}>
          {t('sheet.pictureWhole')}
        </Button>
      )}
    </>
  );
}

const sheetsOf = (cells: SectionPlace['targets'][number]['cells']): string[] =>
  Object.values(cells).map(({ sheet }) => sheet);

interface Part {
  readonly sheet: string;
  readonly view: GridView;
  readonly marks: Marks;
}

type Header = { readonly top: number; readonly bottom: number } | null;

/** The rows of a table's header; cards carry their labels with them. */
const headerRows = ({ form }: Places): Header =>
  form.targets.kind === 'rows' ? form.targets.header : null;

/** The rows that show a section's places and their headings; or all of the worksheet as far as these go. */
function rowsOf({ view, marks }: Part, header: Header, isWhole: boolean): readonly number[] {
  const marked = [...marks.keys()].flatMap((cell) => parseAddress(cell)?.row ?? []);
  const own = marked.filter((row) => !header || row > header.bottom);
  const first = Math.min(...own);
  const last = Math.max(...own);
  if (isWhole) return view.rows.filter((row) => row <= last + above);
  const isHeading = (row: number) => header !== null && row >= header.top && row <= header.bottom;
  const wanted = view.rows.filter((row) => (row >= first - above && row <= last) || isHeading(row));
  return wanted.slice(0, wanted.filter((row) => row < first).length + mostRows);
}

interface DrawnPartProps {
  part: Part;
  header: Header;
  isWhole: boolean;
  caption: string;
}

function DrawnPart({ part, header, isWhole, caption }: DrawnPartProps) {
  const rows = useMemo(
    () => rowsOf(part, header, isWhole),
    [part.view, [...part.marks.keys()].join(), header?.top, isWhole],
  );
  return <Drawn view={part.view} caption={caption} rows={rows} marks={part.marks} />;
}
