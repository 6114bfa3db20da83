/**
 * Every code of Microsoft's table of API errors and of the client's own `Excel.ErrorCodes` that an
 * add-in in Excel can meet, with words after the table (see assumptions.md).
 * `Excel.run` rejects with them as `OfficeExtension.Error`.
 */
export const errorMessages = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotAvailable: 'The requested API is not available.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  BadPassword: 'The password you supplied is incorrect.',
  'Client Error': 'There is an unspecified error on the client.',
  Conflict: 'Request could not be processed because of a conflict.',
  ContentLengthRequired: 'A Content-length HTTP header is missing.',
  EmptyChartSeries: 'The attempted operation failed because the chart series is empty.',
  FilteredRangeConflict: 'The attempted operation causes a conflict with a filtered range.',
  FormulaLengthExceedsLimit: 'The applied formula exceeds the maximum length limit.',
  GeneralException: 'There was an internal error while processing the request.',
  HostRestartNeeded: 'The Office application needs to be restarted.',
  InactiveWorkbook: 'Several workbooks are open and the one that is called has lost focus.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidBinding: 'This object binding is no longer valid due to previous updates.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: 'The requested resource doesn’t exist.',
  MemoryLimitReached: 'The memory limit has been reached.',
  MergedRangeConflict: 'A table can’t overlap with merged cells.',
  NonBlankCellOffSheet: 'It would push non-empty cells off the end of the worksheet.',
  NotImplemented: 'The requested feature isn’t implemented.',
  OpenWorkbookLinksBlocked: 'The user has blocked the opening of linked workbooks.',
  OperationCellsExceedLimit: 'The attempted operation affects more than the limit of cells.',
  PivotTableRangeConflict: 'The attempted operation causes a conflict with a PivotTable range.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RefreshWorkbookLinksBlocked: 'The user hasn’t granted permission to refresh workbook links.',
  RequestAborted: 'The request was aborted during run time.',
  ServiceNotAvailable: 'The service is unavailable.',
  Unauthenticated: 'Required authentication information is either missing or invalid.',
  UnsupportedFeature: 'The source worksheet contains one or more unsupported features.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
  UnsupportedSheet: 'A macro or chart sheet does not support this operation.',
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

export const excelErrorCodes = [
  ...Object.keys(errorMessages),
  ...Object.keys(sessionErrors),
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
