import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../core/calendar/fiscal-year.ts';
import type { Sheet, Target } from '../../core/sheet/sheet.ts';
import type { SectionPlace, SheetMap } from '../../core/sheet/template-map.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Notice } from '../../ui/notice.tsx';
import { go } from '../shell/route.ts';
import { user } from '../store/session.ts';
import { Ask } from './ask.tsx';
import { located, told } from './at-hand.ts';
import { FoundPicture } from './found-picture.tsx';
import { SheetFrame } from './frame.tsx';
import { SheetProblems } from './problems.tsx';
import { begin, type Differing, take } from './writing.ts';

const back = () => ({ href: '#/', label: t('sheet.backToOpen') });

/** What was found in the workbook; where something was not, the chief points at it. */
export function FoundRoom() {
  const { value: found } = located;
  const { value: sheet } = told;
  if (found && !found.ok) {
    return (
      <SheetFrame title={t('sheet.askTitle')} back={back()}>
        <Ask problems={found.problems} />
      </SheetFrame>
    );
  }
  return (
    <SheetFrame title={t('sheet.foundTitle')} back={back()}>
      {found && sheet && !sheet.ok && (
        <Notice kind="error" heading={t('sheet.refused')}>
          <SheetProblems problems={sheet.problems} />
        </Notice>
      )}
      {found && sheet?.ok && <Found maps={found.value.sheets} sheet={sheet.value} />}
    </SheetFrame>
  );
}

interface Choice {
  readonly map: SheetMap;
  readonly place: SectionPlace;
}

function Found({ maps, sheet }: { maps: readonly SheetMap[]; sheet: Sheet }) {
  const unit = user.value?.settings.unit;
  const choices = maps.flatMap((map) => map.sections.map((place): Choice => ({ map, place })));
  const named = choices.filter(({ place }) => place.section !== '');
  const free = choices.find(({ place }) => place.section === '');
  const own = named.findIndex(({ place }) => place.section === unit?.section);
  const [chosen, setChosen] = useState(
    own >= 0 ? String(own) : named.length === 1 && !free ? '0' : named.length === 0 ? 'new' : '',
  );
  const [division, setDivision] = useState(unit?.division ?? '');
  const [section, setSection] = useState(unit?.section ?? '');
  const [error, setError] = useState<string | null>(null);
  const [differing, setDiffering] = useState<Differing | null>(null);
  const fiscalYear = sheet.fiscalYear ?? fiscalYearOf(Date.now());
  const choice = chosen === 'new' ? free : named[Number(chosen === '' ? -1 : chosen)];

  const start = async (event: Event) => {
    event.preventDefault();
    const name = chosen === 'new' ? section.trim() : choice?.place.section;
    if (!choice || !name) {
      setError(t(chosen === 'new' ? 'sheet.nameMissing' : 'sheet.chooseSection'));
      document.getElementById(chosen === 'new' ? 'section-name' : 'section')?.focus();
      return;
    }
    setError(null);
    const fresh = {
      fiscalYear,
      ward: sheet.ward ?? unit?.ward ?? null,
      policies: [],
      sections: [
        {
          division: chosen === 'new' ? division.trim() || null : choice.place.division,
          section: name,
          targets: targetsIn(sheet, choice),
        },
      ],
    };
    const both = await begin(fresh);
    setDiffering(both);
    if (!both) go('#/write');
  };
  const goOn = (with_: Sheet, seq: number, workbook?: readonly Target[]) => {
    take(with_, seq, workbook);
    go('#/write');
  };

  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <CheckList rows={factsOf(maps, sheet, fiscalYear)} />
      {named.length + (free ? 1 : 0) > 1 && (
        <SelectField
          id="section"
          label={t('sheet.section')}
          mark="required"
          error={chosen === 'new' ? null : error}
          options={[
            { value: '', label: t('sheet.choose') },
            ...named.map(({ place }, index) => ({
              value: String(index),
              label: [place.division, place.section].filter(Boolean).join('　'),
            })),
            ...(free ? [{ value: 'new', label: t('sheet.newSection') }] : []),
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {chosen === 'new' && (
        <>
          <TextField
            id="division-name"
            label={t('unit.division')}
            mark="optional"
            length={20}
            value={division}
            onInput={setDivision}
          />
          <TextField
            id="section-name"
            label={t('unit.section')}
            mark="required"
            length={20}
            error={error}
            value={section}
            onInput={setSection}
          />
        </>
      )}
      {choice && <FoundPicture map={choice.map} place={choice.place} />}
      {differing && (
        <Notice
          kind="warning"
          live="alert"
          heading={t('sheet.differs')}
          actions={
            <>
              <Button
                onClick={() =>
                  goOn(differing.draft, differing.draft.seq, differing.fresh.sections[0]?.targets)
                }
              >
                {t('sheet.useDraft')}
              </Button>
              <Button onClick={() => goOn(differing.fresh, differing.draft.seq)}>
                {t('sheet.useFile')}
              </Button>
            </>
          }
        >
          <p>{t('sheet.differsHelp')}</p>
        </Notice>
      )}
      <Buttons>
        <Button kind="primary" type="submit">
          {t('sheet.write')}
        </Button>
      </Buttons>
    </form>
  );
}

/** The section's targets as the workbook has them, and empty ones for the rows that wait, up to three. */
function targetsIn(sheet: Sheet, { place }: Choice): Target[] {
  const known =
    sheet.sections.find(
      ({ division, section }) => section === place.section && division === place.division,
    )?.targets ?? [];
  const rows = place.targets.filter(({ hidden }) => !hidden).length;
  const last = Math.max(1, Math.min(3, rows), ...known.map(({ no }) => no));
  return Array.from({ length: last }, (_, index) => {
    const no = index + 1;
    return known.find((target) => target.no === no) ?? { no, target: null, result: null };
  });
}

function factsOf(maps: readonly SheetMap[], sheet: Sheet, fiscalYear: number) {
  const targets = sheet.sections.flatMap((each) => each.targets);
  const count = (of: 'target' | 'result') => targets.filter((target) => target[of]).length;
  const year = fiscalYearName(fiscalYear);
  return [
    {
      id: 'sheets',
      label: t('sheet.worksheet'),
      value: maps.map(({ view }) => view.grid.name).join('、'),
    },
    {
      id: 'year',
      label: t('sheet.year'),
      value: sheet.fiscalYear === null ? t('sheet.yearAssumed', { year }) : year,
    },
    { id: 'ward', label: t('place.ward'), value: sheet.ward ?? t('sheet.notTold') },
    {
      id: 'texts',
      label: t('sheet.texts'),
      value: t('sheet.textCounts', { targets: count('target'), results: count('result') }),
    },
  ];
}
