import { type FillPlan, planFill } from '../../core/sheet/fill/fill.ts';
import { fieldsOf } from '../../core/sheet/session/same.ts';
import { toWrite } from '../../core/sheet/session/to-write.ts';
import { t } from '../../locales/t.ts';
import { Checkbox } from '../../ui/field.tsx';
import { WrapPicture } from '../../ui/sheet/wrap-picture.tsx';
import type { Session } from './current-session.ts';
import { appends } from './current-worksheet.ts';
import { listWords, wraps } from './write-choices.ts';

/** What may be done beside the texts: each is offered only where it makes a difference. */
export function WriteOptions({ own }: { own: Session }) {
  const wrapped = wrappedPlan(own);
  return (
    <>
      {missesFields(own) && (
        <Checkbox
          id="appends"
          label={t('sheet.appends')}
          support={t('sheet.appendsHelp')}
          checked={appends.value}
          onChange={(checked) => {
            appends.value = checked;
          }}
        />
      )}
      {wrapped && (
        <>
          <Checkbox
            id="wraps"
            label={t('sheet.wraps')}
            support={t('sheet.wrapsHelp')}
            checked={wraps.value}
            onChange={(checked) => {
              wraps.value = checked;
            }}
          />
          <WrapPicture places={own.places} plan={wrapped} />
        </>
      )}
    </>
  );
}

/** Whether the draft tells something that the form has no place for and that can go behind the result. */
function missesFields({ draft, places: { fields } }: Session): boolean {
  return draft.sections.some(({ targets }) =>
    targets.some((target) =>
      fieldsOf(target).some((field) => {
        const told = target[field];
        const isTold = typeof told === 'string' && told !== '';
        return isTold && isAppendable(field) && !fields.has(field);
      }),
    ),
  );
}

const isAppendable = (field: string): field is 'midResult' | 'achievement' | 'countermeasure' =>
  field === 'midResult' || field === 'achievement' || field === 'countermeasure';

/** What is written where cells are set to wrap; null where no text would show its first line only. */
function wrappedPlan({ draft, places }: Session): FillPlan | null {
  const plan = planFill(places, toWrite(places, draft), {
    replace: true,
    wraps: true,
    listWords: listWords.value,
  });
  return plan.ok && plan.value.plans.some(({ wraps: some }) => some) ? plan.value : null;
}
