import type { Sheet } from './workbook.ts';

/** The numbers under which the client listens for what happens in a sheet. */
export const sheetEvents = {
  Activated: 11,
  Deactivated: 12,
  DataChanged: 10,
  SelectionChanged: 14,
} as const;

/** News for the client: what Excel's event messages hold. */
export interface EventMessage {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
}

/** The older news that the selection of the document is another, which has no category and no target. */
export const documentSelectionChanged = 2;

/** What the client calls the workbook as a target. */
export const wholeWorkbook = 'Workbook';
const eventCategory = 65_536;

/** Gathers news of sheets that somebody listens to, until it is delivered. */
export function createEvents() {
  const listeners = new Set<(message: EventMessage) => void>();
  /** How often each was asked for: `10 {sheet id}`. */
  const listened = new Map<string, number>();
  const waiting: EventMessage[] = [];
  return {
    listeners,
    listened,
    tell: (event: keyof typeof sheetEvents, sheet: Sheet, said: object = {}) => {
      if (event === 'SelectionChanged') {
        const messageType = documentSelectionChanged;
        waiting.push({ messageCategory: 0, messageType, targetId: '', message: '{}' });
      }
      for (const targetId of [sheet.id, wholeWorkbook]) {
        if ((listened.get(`${sheetEvents[event]} ${targetId}`) ?? 0) <= 0) continue;
        const message = JSON.stringify({ worksheetId: sheet.id, ...said });
        const messageType = sheetEvents[event];
        waiting.push({ messageCategory: eventCategory, messageType, targetId, message });
      }
    },
    deliver: () => {
      for (const news of waiting.splice(0)) for (const listener of listeners) listener(news);
    },
  };
}
