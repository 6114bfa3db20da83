import { coach } from '../../../../core/sheet/coach/coach.ts';
import type { Sheet, Target } from '../../../../core/sheet/model/sheet.ts';
import type { Phase } from '../../../../core/sheet/session/phase.ts';

export const sheetOf = (...targets: readonly Partial<Target>[]): Sheet => ({
  fiscalYear: 2026,
  ward: '多摩区',
  policies: [],
  sections: [
    {
      division: null,
      section: '区民課',
      targets: targets.map((target, index) => ({ no: index + 1, ...target })),
    },
  ],
});

/** `code no.field word→better`, one for each advice. */
export const told = (sheet: Sheet, phase?: Phase): string[] =>
  coach(sheet, phase).map(({ code, place: { no, field }, params }) =>
    [code, no === null ? '' : `${no}.${field}`, Object.values(params).join('→')]
      .filter(Boolean)
      .join(' '),
  );

/** At the start of the 年度. */
export const atStart = (...targets: readonly Partial<Target>[]): string[] =>
  told(sheetOf(...targets), 'start');
/** At its end. */
export const atEnd = (...targets: readonly Partial<Target>[]): string[] =>
  told(sheetOf(...targets), 'end');

/** Nothing is to be said of it. */
export const good = {
  target: '窓口に来た方を3分以上お待たせしないよう、混む日は受付を2人にします。',
  philosophies: ['comfort'],
} as const satisfies Partial<Target>;
export const done = {
  ...good,
  result: '4月から受付を2人にし、平均は2分でした。',
} as const satisfies Partial<Target>;
