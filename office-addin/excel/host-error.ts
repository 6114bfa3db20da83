import type { PlainKey } from '../../locales/t.ts';

/** What Excel refuses with, by what the chief can do about it. */
const causes: Readonly<Record<string, HostCause>> = {
  AccessDenied: 'protected',
  ActivityLimitReached: 'busy',
  ApiNotAvailable: 'too-old',
  ApiNotFound: 'too-old',
  BadPassword: 'protected',
  'Client Error': 'general',
  Conflict: 'shared',
  ContentLengthRequired: 'session',
  EmptyChartSeries: 'chart',
  FilteredRangeConflict: 'filtered',
  FormulaLengthExceedsLimit: 'too-much',
  GeneralException: 'general',
  HostRestartNeeded: 'session',
  InactiveWorkbook: 'inactive',
  InsertDeleteConflict: 'rows',
  InvalidArgument: 'refused',
  InvalidBinding: 'gone',
  InvalidOperation: 'refused',
  InvalidOperationInCellEditMode: 'editing',
  InvalidOrTimedOutSession: 'session',
  InvalidReference: 'gone',
  InvalidRequest: 'refused',
  InvalidSelection: 'chart',
  ItemAlreadyExists: 'exists',
  ItemNotFound: 'gone',
  MemoryLimitReached: 'too-much',
  MergedRangeConflict: 'merged',
  NonBlankCellOffSheet: 'rows',
  NotImplemented: 'too-old',
  OpenWorkbookLinksBlocked: 'links',
  OperationCellsExceedLimit: 'too-much',
  PivotTableRangeConflict: 'pivot',
  RangeExceedsLimit: 'too-much',
  RefreshWorkbookLinksBlocked: 'links',
  RequestAborted: 'busy',
  RequestPayloadSizeLimitExceeded: 'too-much',
  ResponsePayloadSizeLimitExceeded: 'too-much',
  ServiceNotAvailable: 'busy',
  Unauthenticated: 'session',
  UnsupportedFeature: 'refused',
  UnsupportedOperation: 'refused',
  UnsupportedSheet: 'chart',
  WriteNotSupportedWhenModalDialogOpen: 'dialog',
};

export const hostCauses = [
  'busy',
  'chart',
  'dialog',
  'editing',
  'exists',
  'filtered',
  'general',
  'gone',
  'inactive',
  'links',
  'merged',
  'pivot',
  'protected',
  'refused',
  'rows',
  'session',
  'shared',
  'too-much',
  'too-old',
] as const;
export type HostCause = (typeof hostCauses)[number];

/** What kept Excel from doing what was asked. */
export interface HostError {
  readonly cause: HostCause;
  /** Excel's own word, for those who look into it. */
  readonly code: string;
}

/** One plain message for each. */
export const hostErrorKey = ({ cause }: HostError): PlainKey => `pane.host-${cause}`;

/** An error that `Excel.run` rejected with; one that Excel did not make is thrown on. */
export function hostErrorOf(error: unknown): HostError {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') throw error;
  return { cause: causes[code] ?? 'general', code };
}
