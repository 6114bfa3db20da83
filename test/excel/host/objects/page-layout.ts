import { lastColumn, lastRow } from '../../../../core/xlsx/formula/reference.ts';
import type { Area } from '../../../../core/xlsx/grid.ts';
import { HostError } from '../errors.ts';
import { resolve } from '../reference.ts';
import type { Place, Session } from '../session.ts';
import type { PageLayout, Sheet } from '../workbook.ts';
import { type HostObject, none, pascal, withProperties } from './object.ts';

const settings = [
  'orientation',
  'paperSize',
  'leftMargin',
  'rightMargin',
  'topMargin',
  'bottomMargin',
  'headerMargin',
  'footerMargin',
  'centerHorizontally',
  'centerVertically',
  'blackAndWhite',
  'printGridlines',
  'printHeadings',
  'printOrder',
  'zoom',
] as const satisfies readonly (keyof PageLayout)[];

const places = ['left', 'center', 'right'].flatMap((side) => [`${side}Header`, `${side}Footer`]);

/** Points of one unit of `setPrintMargins`. */
const units: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** `worksheet.pageLayout`, margins in points. */
export function pageLayoutObject(session: Session, sheet: Sheet): HostObject {
  const layout = sheet.pageLayout;
  const areaOf = (given: HostObject | string): Area =>
    typeof given === 'string'
      ? resolve(session.workbook, sheet, given).area
      : (given.Place as Place).area;
  const answer = (area: Area | null) => area && session.make.range(sheet, area);
  const object: HostObject = {
    kind: 'PageLayout',
    identity: none,
    SetPrintArea: (given: HostObject | string) => {
      layout.printArea = areaOf(given);
    },
    GetPrintAreaOrNullObject: () => answer(layout.printArea),
    SetPrintTitleRows: (given: HostObject | string) => {
      layout.titleRows = { ...areaOf(given), left: 1, right: lastColumn };
    },
    GetPrintTitleRowsOrNullObject: () => answer(layout.titleRows),
    SetPrintTitleColumns: (given: HostObject | string) => {
      layout.titleColumns = { ...areaOf(given), top: 1, bottom: lastRow };
    },
    GetPrintTitleColumnsOrNullObject: () => answer(layout.titleColumns),
    SetPrintMargins: (unit: string, margins: Readonly<Record<string, number>>) => {
      const points = units[unit];
      if (!points) throw new HostError('InvalidArgument');
      for (const [side, length] of Object.entries(margins)) {
        object[`${pascal(side)}Margin`] = length * points;
      }
    },
    HeadersFooters: withProperties(
      { kind: 'HeaderFooterGroup', identity: none },
      {
        DefaultForAllPages: {
          get: () =>
            withProperties(
              { kind: 'HeaderFooter', identity: none },
              Object.fromEntries(
                places.map((place) => [
                  pascal(place),
                  {
                    get: () => layout.headersFooters[place] ?? '',
                    set: (text: string) => {
                      layout.headersFooters[place] = text;
                    },
                  },
                ]),
              ),
            ),
        },
      },
    ),
  };
  return withProperties(
    object,
    Object.fromEntries(
      settings.map((name) => [
        pascal(name),
        {
          get: () => layout[name],
          set: (value: unknown) => {
            Object.assign(layout, { [name]: value });
          },
        },
      ]),
    ),
  );
}
