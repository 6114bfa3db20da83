/**
 * Every code of `Excel.ErrorCodes`, with the words of Microsoft's table (see assumptions.md).
 * `Excel.run` rejects with them as `OfficeExtension.Error`.
 */
export const errorMessages = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  Conflict: 'Request could not be processed because of a conflict.',
  EmptyChartSeries: 'The attempted operation failed because the chart series is empty.',
  FilteredRangeConflict: 'The attempted operation causes a conflict with a filtered range.',
  FormulaLengthExceedsLimit:
    'The bytecode of the applied formula exceeds the maximum length limit.',
  GeneralException: 'There was an internal error while processing the request.',
  InactiveWorkbook: 'The operation failed because multiple workbooks are open.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidBinding: 'This object binding is no longer valid due to previous updates.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'The operation isn’t available while Excel is in Edit cell mode.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: 'The requested resource doesn’t exist.',
  MergedRangeConflict:
    'Cannot complete the operation. A table can’t overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.',
  NonBlankCellOffSheet: 'Can’t insert new cells: it would push non-empty cells off the worksheet.',
  NotImplemented: 'The requested feature isn’t implemented.',
  OpenWorkbookLinksBlocked:
    'The operation failed because the user blocked opening linked workbooks.',
  OperationCellsExceedLimit: 'The attempted operation affects more than the limit of cells.',
  PivotTableRangeConflict: 'The attempted operation causes a conflict with a PivotTable range.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RefreshWorkbookLinksBlocked: 'The user has not granted permission to refresh workbook links.',
  RequestAborted: 'The request was aborted during run time.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UnsupportedFeature: 'The operation failed because the source contains unsupported features.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
  UnsupportedSheet: 'This sheet type does not support this operation.',
} as const;

/** Errors of the session or the platform: the whole batch is refused before any of it is done. */
export const sessionErrors = {
  ActivityLimitReached: 429,
  InvalidOperationInCellEditMode: 400,
  InvalidOrTimedOutSession: 408,
  RequestPayloadSizeLimitExceeded: 400,
  ResponsePayloadSizeLimitExceeded: 400,
  WriteNotSupportedWhenModalDialogOpen: 400,
} as const;

export type ExcelErrorCode = keyof typeof errorMessages | keyof typeof sessionErrors;

export const excelErrorCodes: readonly ExcelErrorCode[] = [
  ...new Set([...Object.keys(errorMessages), ...Object.keys(sessionErrors)]),
] as ExcelErrorCode[];

export const errorMessage = (code: ExcelErrorCode): string =>
  code in errorMessages ? errorMessages[code as keyof typeof errorMessages] : code;

/** What Excel answers instead of doing an action. */
export class HostError extends Error {
  readonly code: ExcelErrorCode;

  constructor(code: ExcelErrorCode, message: string = errorMessage(code)) {
    super(message);
    this.code = code;
  }
}
