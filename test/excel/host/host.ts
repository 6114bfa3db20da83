import { type Batch, isOwnAffair, process } from './batch.ts';
import { enter } from './edit.ts';
import { type ExcelErrorCode, errorMessage, HostError, sessionErrors } from './errors.ts';
import { createEvents, type EventMessage } from './events.ts';
import { rangeObject } from './objects/range.ts';
import { areasObject } from './objects/range-areas.ts';
import { worksheetObject } from './objects/worksheet.ts';
import { areaAddress, resolve } from './reference.ts';
import type { Session } from './session.ts';
import { newWorkbook, type Workbook } from './workbook.ts';

/** What the client hands over to be carried out, and what it gets back. */
export interface Answer {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

/** A disturbance at one round trip. */
export interface Trouble {
  /** Which round trip, counted from 1 since `failAt` was called. */
  readonly trip: number;
  readonly code: ExcelErrorCode;
  /** How many actions of the batch are done before it fails; all is refused at once by default. */
  readonly afterActions?: number;
}

export interface Host {
  readonly workbook: Workbook;
  /** Batches that were carried out or refused; those of the client's own are not among them. */
  readonly roundTrips: number;
  /** Forgets the trips counted so far. */
  readonly countAnew: () => void;
  /** Fails the n-th round trip from now. */
  readonly failAt: (trouble: Trouble) => void;
  /** Does something to the workbook right before the n-th round trip from now: a co-author's change. */
  readonly before: (trip: number, act: () => void) => void;
  /** Someone is typing in a cell: requests are refused, or wait where they said they would. */
  readonly beginCellEdit: () => void;
  readonly endCellEdit: () => void;
  /** What people do in the sheet; listeners are told. */
  readonly type: (address: string, text: string, by?: 'Local' | 'Remote') => void;
  readonly select: (address: string) => void;
  readonly activate: (sheet: string) => void;
  /** Who is told of events; a client installs itself here. */
  readonly listeners: Set<(message: EventMessage) => void>;
  /** Carries out what the client sends: `flags` as the client gives them. */
  readonly execute: (flags: number, body: Batch) => Promise<Answer>;
}

/** The client's flag for `delayForCellEdit`. */
const delayForCellEdit = 64;

/** A fake Excel with one workbook open. */
export function createHost(workbook: Workbook = newWorkbook()): Host {
  const troubles: { at: number; code: ExcelErrorCode; afterActions: number | null }[] = [];
  const visits: { at: number; act: () => void }[] = [];
  let trips = 0;
  let forgotten = 0;
  let editing: Promise<void> | null = null;
  let endEditing = () => {};

  const events = createEvents();
  const session: Session = {
    workbook,
    references: new Map(),
    places: new Set(),
    changes: [],
    listened: events.listened,
    selected: (sheet, area) => {
      workbook.selection = area;
      events.tell('SelectionChanged', sheet, { address: areaAddress(area) });
    },
    activated: (sheet) => {
      if (workbook.active === sheet) return;
      const before = workbook.active;
      workbook.active = sheet;
      workbook.selection = { top: 1, left: 1, bottom: 1, right: 1 };
      events.tell('Deactivated', before);
      events.tell('Activated', sheet);
    },
    make: {
      range: (sheet, area) => rangeObject(session, sheet, area),
      areas: (sheet, areas) => areasObject(session, sheet, areas),
      worksheet: (sheet) => worksheetObject(session, sheet),
    },
  };
  const tellChanges = (source: 'Local' | 'Remote', triggerSource: string) => {
    for (const { sheet, kind, area } of session.changes.splice(0)) {
      const address = areaAddress(area);
      const origin = { source, triggerSource, shiftDirection: 'None' };
      events.tell('DataChanged', sheet, { address, changeType: kind, ...origin });
    }
  };
  const refused = (code: ExcelErrorCode): Answer => ({
    HttpStatusCode: sessionErrors[code as keyof typeof sessionErrors] ?? 400,
    ErrorCode: code,
    ErrorMessage: errorMessage(code),
    Headers: {},
    Body: null,
  });

  const execute = async (flags: number, sent: Batch): Promise<Answer> => {
    const body: Batch = JSON.parse(JSON.stringify(sent));
    if (isOwnAffair(body)) return answered(process(session, body, () => {}));
    trips++;
    if (editing) {
      if (!(flags & delayForCellEdit)) return refused('InvalidOperationInCellEditMode');
      await editing;
    }
    for (const visit of visits.filter(({ at }) => at === trips)) visit.act();
    const trouble = troubles.find(({ at }) => at === trips);
    if (trouble && trouble.afterActions === null && trouble.code in sessionErrors) {
      return refused(trouble.code);
    }
    const answer = process(session, body, (index) => {
      if (trouble && index >= (trouble.afterActions ?? 0)) throw new HostError(trouble.code);
    });
    forgetPlaces(session);
    tellChanges('Local', 'ThisLocalAddin');
    // News comes after the answer.
    setTimeout(events.deliver);
    return answered(answer);
  };

  return {
    workbook,
    get roundTrips() {
      return trips - forgotten;
    },
    countAnew: () => {
      forgotten = trips;
    },
    failAt: ({ trip, code, afterActions }) => {
      troubles.push({ at: trips + trip, code, afterActions: afterActions ?? null });
    },
    before: (trip, act) => {
      visits.push({ at: trips + trip, act });
    },
    beginCellEdit: () => {
      editing ??= new Promise((done) => {
        endEditing = done;
      });
    },
    endCellEdit: () => {
      editing = null;
      endEditing();
    },
    type: (place, text, by = 'Local') => {
      const { sheet, area } = resolve(workbook, workbook.active, place);
      enter(sheet, area.top, area.left, text);
      session.changes.push({ sheet, kind: 'RangeEdited', area });
      tellChanges(by, 'Unknown');
      events.deliver();
    },
    select: (place) => {
      const { sheet, area } = resolve(workbook, workbook.active, place);
      session.activated(sheet);
      session.selected(sheet, area);
      events.deliver();
    },
    activate: (name) => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      session.activated(sheet);
      events.deliver();
    },
    listeners: events.listeners,
    execute,
  };
}

const answered = (Body: unknown): Answer => ({
  HttpStatusCode: 200,
  ErrorCode: '',
  ErrorMessage: '',
  Headers: {},
  Body,
});

/** What the client does not hold on to ends with its batch. */
function forgetPlaces({ places, references }: Session): void {
  const kept = new Set(references.values());
  for (const place of places) if (!kept.has(place)) places.delete(place);
}
