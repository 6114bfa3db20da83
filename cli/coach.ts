import type { Advice } from '../core/sheet/coach/advice.ts';
import { coach as advise } from '../core/sheet/coach/coach.ts';
import { t, textOf } from '../locales/t.ts';
import type { Coach } from './arguments.ts';
import { type Outcome, refused } from './outcome.ts';
import { readSheetInput } from './sheet-input.ts';

/** Advice on a sheet; there being some is no fault. */
export function coach({ sheet }: Coach): Outcome {
  const input = readSheetInput(sheet);
  if ('problems' in input) return refused(...input.problems);
  return { ok: true, written: [], problems: [], advice: advise(input.sheet) };
}

/** `区民課　目標1（実施結果）：…（001 §5(4)）` */
export function adviceLine({ code, place, params, clause }: Advice): string {
  const { section, no, field } = place;
  const text = textOf(`coach.${code}`, params);
  const said = clause ? t('cli.withClause', { text, clause }) : text;
  return no === null
    ? t('cli.adviceOnSection', { section, text: said })
    : t('cli.advice', { section, no, field: t(`place.${field}`), text: said });
}
