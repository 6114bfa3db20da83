/** What a template may have a column for, named as in the model. `noScene` is 番号 and 場面 in one (004). */
export const sheetFields = [
  'division',
  'section',
  'no',
  'scene',
  'noScene',
  'target',
  'measures',
  'midResult',
  'result',
  'achievement',
  'countermeasure',
  'philosophies',
  'policy',
  'organizationGoal',
  'cost',
  'nominate',
  'becomesStandard',
] as const;
export type SheetField = (typeof sheetFields)[number];

/** Those that only some forms have a place for, beside target, measures, result and scene. */
export const optionalFields = [
  'midResult',
  'achievement',
  'countermeasure',
  'philosophies',
  'policy',
  'organizationGoal',
  'cost',
  'nominate',
  'becomesStandard',
] as const satisfies readonly SheetField[];
