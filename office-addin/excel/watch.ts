import { type FromExcel, inExcel } from './in-excel.ts';

/** What the pane follows while it is open. */
export interface Watcher {
  /** Another worksheet is in front. */
  readonly onActivated: () => void;
  /** Cells of a worksheet were changed, by the chief, a co-author or this pane. */
  readonly onChanged: (sheetId: string) => void;
  /** `D12` was selected. */
  readonly onSelected: (sheetId: string, address: string) => void;
}

/** Begins to listen, in one round trip; it ends with the pane. */
export const watch = ({ onActivated, onChanged, onSelected }: Watcher): Promise<FromExcel<void>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add(async () => onActivated());
    worksheets.onChanged.add(async ({ worksheetId }) => onChanged(worksheetId));
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
      onSelected(worksheetId, address),
    );
    await context.sync();
  });
