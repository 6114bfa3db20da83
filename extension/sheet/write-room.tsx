import { useMemo, useState } from 'preact/hooks';
import { coach, type Phase } from '../../core/sheet/coach.ts';
import type { Sheet } from '../../core/sheet/sheet.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { AdviceList } from './advice.tsx';
import { CatalogSearch } from './catalog-search.tsx';
import { SheetFrame } from './frame.tsx';
import { LastYear } from './last-year.tsx';
import { phaseNow } from './phase.ts';
import { TargetForm } from './target-form.tsx';
import { changeSection, targetsOf, writing } from './writing.ts';

/** The section's targets, and at the year's end their results, with the coach's advice beside. */
export function WriteRoom() {
  const { value: sheet } = writing;
  return sheet && <Writing sheet={sheet} />;
}

function Writing({ sheet }: { sheet: Sheet }) {
  const [phase, setPhase] = useState<Phase>(() => phaseNow(sheet, Date.now()));
  const advice = useMemo(() => coach(sheet, phase), [sheet, phase]);
  const targets = targetsOf(sheet);
  const section = sheet.sections[0]?.section ?? '';
  const add = () => {
    const no = Math.max(0, ...targets.map((target) => target.no)) + 1;
    changeSection((one) => ({
      ...one,
      targets: [...one.targets, { no, target: null, result: null }],
    }));
  };
  const year = sheet.fiscalYear === null ? '' : fiscalYearName(sheet.fiscalYear);
  return (
    <SheetFrame
      title={t('sheet.writeTitle', { year, section })}
      back={{ href: '#/found', label: t('sheet.backToFound') }}
    >
      <p>{t('sheet.writeLead')}</p>
      <Choice
        id="phase"
        label={t('sheet.phase')}
        options={[
          { value: 'start', label: t('sheet.phase-start') },
          { value: 'end', label: t('sheet.phase-end') },
        ]}
        value={phase}
        onChange={(value) => setPhase(value === 'end' ? 'end' : 'start')}
      />
      <LastYear sheet={sheet} />
      <CatalogSearch />
      <AdviceList advice={advice.filter(({ place }) => place.no === null)} />
      {targets.map((target) => (
        <TargetForm
          key={target.no}
          target={target}
          phase={phase}
          advice={advice.filter(({ place }) => place.no === target.no)}
        />
      ))}
      <Buttons>
        <Button onClick={add}>{t('sheet.addTarget')}</Button>
      </Buttons>
      <Buttons>
        <ButtonLink kind="primary" href="#/check">
          {t('sheet.toCheck')}
        </ButtonLink>
      </Buttons>
    </SheetFrame>
  );
}
