/** The Japanese eras (元号). The next one is a line here, or an argument (F19). */
export interface Era {
  readonly name: string;
  readonly initial: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string;
}

export const builtInEras: readonly Era[] = [
  { name: '昭和', initial: 'S', from: '1926-12-25' },
  { name: '平成', initial: 'H', from: '1989-01-08' },
  { name: '令和', initial: 'R', from: '2019-05-01' },
];

export interface EraYear {
  readonly era: Era;
  /** 1 is 元年. */
  readonly year: number;
}

/**
 * The era and year by which offices name a 年度: those of 31 December of the year in which it
 * begins. So 2019 is 令和元年度 although April was 平成, and 1988 is 昭和63年度 although March was 平成.
 * `eras` in order of time; null before the first of them.
 */
export function eraYearOf(fiscalYear: number, eras = builtInEras): EraYear | null {
  const era = eras.findLast(({ from }) => from <= `${fiscalYear}-12-31`);
  return era ? { era, year: fiscalYear - Number(era.from.slice(0, 4)) + 1 } : null;
}

/** `R8`, for file names; the bare year before the first era. */
export function compactFiscalYear(fiscalYear: number, eras = builtInEras): string {
  const named = eraYearOf(fiscalYear, eras);
  return named ? `${named.era.initial}${named.year}` : String(fiscalYear);
}
