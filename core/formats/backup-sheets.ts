import type { DraftFile, SheetDraft } from '../sheet/model/sheet-draft.ts';
import { plainSheet } from '../sheet/session/written.ts';
import { makeJson } from './json-text.ts';
import { parseSheetFile } from './sheet-file.ts';

/** The drafts of sheets in a backup file: each as `furikaeri.sheet/1`, with the store's number and the time of its last save. */

export const sheetsOf = (drafts: readonly SheetDraft[]): object[] =>
  drafts.map(({ before: _, ...draft }) => ({ format: 'furikaeri.sheet/1', ...plainSheet(draft) }));

/** What among a backup's sheets is a draft of one section; anything else there is passed over. */
export function draftsIn(sheets: readonly object[]): SheetDraft[] {
  return sheets.flatMap((sheet): SheetDraft[] => {
    const { seq, at, file } = sheet as Partial<SheetDraft>;
    const parsed = parseSheetFile(makeJson(sheet));
    if (!parsed.ok || parsed.value.sections.length !== 1) return [];
    if (!Number.isSafeInteger(seq) || typeof at !== 'string') return [];
    const { fiscalYear, ward, policies, sections } = parsed.value;
    // What the workbook said is not known: whatever differs from it then is asked about.
    const before = { policies: [], sections: [] };
    const rest = { before, ...(isFile(file) && { file }), seq: Math.max(0, Number(seq)), at };
    return [{ fiscalYear, ward, policies, sections, ...rest }];
  });
}

const isFile = (file: Partial<DraftFile> | undefined): file is DraftFile =>
  typeof file?.name === 'string' && typeof file.form === 'string';

/** Those of a file that are not here, or later than here: of one section, 年度 and workbook the higher `seq` wins, at a tie what is here. */
export function laterDrafts(
  here: readonly SheetDraft[],
  file: readonly SheetDraft[],
): SheetDraft[] {
  const ours = new Map(here.map((draft) => [keyOf(draft), draft.seq]));
  const later = new Map<string, SheetDraft>();
  for (const draft of file) {
    const known = later.get(keyOf(draft))?.seq ?? ours.get(keyOf(draft)) ?? -1;
    if (draft.seq > known) later.set(keyOf(draft), draft);
  }
  return [...later.values()];
}

const keyOf = ({ fiscalYear, sections: [first], file }: SheetDraft): string =>
  JSON.stringify([fiscalYear, first?.division, first?.section, file?.name, file?.form]);
