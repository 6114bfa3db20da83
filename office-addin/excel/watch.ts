import { type FromExcel, inExcel } from './in-excel.ts';

/** What the pane follows while it is open. */
export interface Watcher {
  /** Another worksheet is in front. */
  readonly onActivated: () => void;
  /** Cells of a worksheet were changed, by the chief or a co-author. */
  readonly onChanged: (sheetId: string) => void;
  /** `D12` was selected. */
  readonly onSelected: (sheetId: string, address: string) => void;
}

/** Begins to listen, in one round trip; it ends with the pane. */
export const watch = ({ onActivated, onChanged, onSelected }: Watcher): Promise<FromExcel<void>> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add(async () => onActivated());
    worksheets.onChanged.add(async ({ worksheetId, triggerSource }) => {
      // What the pane wrote itself it has read already. Only newer Excels tell (ExcelApi 1.14).
      if (triggerSource !== 'ThisLocalAddin') onChanged(worksheetId);
    });
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
      onSelected(worksheetId, address),
    );
    await context.sync();
  });
