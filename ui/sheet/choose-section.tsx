import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { matchSections } from '../../core/sheet/fill/match-sections.ts';
import type { Places, SectionPlace } from '../../core/sheet/form/places.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { sectionSheet } from '../../core/sheet/session/waiting-targets.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';
import { CheckList } from '../check-list.tsx';
import { SelectField, TextField } from '../field.tsx';
import { fiscalYearName } from '../fiscal-year.ts';
import { Notice } from '../notice.tsx';

interface ChooseSectionProps {
  places: Places;
  /** What the workbook says. */
  sheet: Sheet;
  /** Offered first where the workbook does not tell. */
  fiscalYear: number;
  unit: { readonly ward: string | null; division: string | null; section: string | null } | null;
  /** What is shown of the section that is chosen. */
  children?: (place: SectionPlace) => ComponentChildren;
  /** Between the section and the button: what is known of the sheet that would be chosen. */
  notice?: (fresh: Sheet) => ComponentChildren;
  /** Where the button stands elsewhere: the form's id, by which it is sent. */
  id?: string;
  /** The sheet of the section that was chosen, with its targets as the workbook has them. */
  onChoose: (fresh: Sheet) => void;
}

/** What was found in a workbook, and for which of its sections is written. */
export function ChooseSection({ places, sheet, unit, children, ...props }: ChooseSectionProps) {
  const named = places.sections.filter(({ section }) => section !== '');
  const free = places.sections.find(({ section }) => section === '');
  const { place: ownAt, isMissing } = ownPlace(unit, places, sheet);
  const own = ownAt ? named.indexOf(ownAt) : -1;
  const [chosen, setChosen] = useState(
    own >= 0 ? String(own) : named.length === 1 && !free ? '0' : named.length === 0 ? 'new' : '',
  );
  const [division, setDivision] = useState(unit?.division ?? '');
  const [section, setSection] = useState(unit?.section ?? '');
  const [error, setError] = useState<string | null>(null);
  const [year, setYear] = useState(props.fiscalYear);
  const fiscalYear = sheet.fiscalYear ?? year;
  const choice = chosen === 'new' ? free : named[Number(chosen === '' ? -1 : chosen)];
  const name = chosen === 'new' ? section.trim() : choice?.section;
  const fresh = choice && name ? freshOf(choice, name) : null;

  function freshOf(place: SectionPlace, called: string): Sheet {
    const told = chosen === 'new' ? { division: division.trim() || null, section: called } : place;
    const ward = sheet.ward ?? unit?.ward ?? null;
    return sectionSheet({ ...sheet, fiscalYear, ward }, told, place);
  }

  const start = (event: Event) => {
    event.preventDefault();
    if (!fresh) {
      setError(t(chosen === 'new' ? 'sheet.nameMissing' : 'sheet.chooseSection'));
      document.getElementById(chosen === 'new' ? 'section-name' : 'section')?.focus();
      return;
    }
    setError(null);
    props.onChoose(fresh);
  };

  return (
    <form id={props.id} onSubmit={start} noValidate>
      <CheckList rows={factsOf(places, sheet)} />
      {sheet.fiscalYear === null && (
        <SelectField
          id="fiscal-year"
          label={t('sheet.yearOf')}
          mark="required"
          support={t('sheet.yearOfHelp')}
          options={[-1, 0, 1].map((step) => ({
            value: String(props.fiscalYear + step),
            label: fiscalYearName(props.fiscalYear + step),
          }))}
          value={String(year)}
          onChange={(value) => setYear(Number(value))}
        />
      )}
      {unit?.section && isMissing && named.length > 0 && (
        <Notice kind="info" heading={t('sheet.notInForm', { section: unit.section })}>
          <p>{t(named.length === 1 && !free ? 'sheet.notInFormAlone' : 'sheet.notInFormHelp')}</p>
        </Notice>
      )}
      {named.length + (free ? 1 : 0) > 1 && (
        <SelectField
          id="section"
          label={t('sheet.section')}
          mark="required"
          error={chosen === 'new' ? null : error}
          options={[
            { value: '', label: t('sheet.choose') },
            ...named.map((place, index) => ({
              value: String(index),
              label: sectionNameText(place),
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
      {fresh && props.notice?.(fresh)}
      {props.id === undefined && (
        <Buttons>
          <Button kind="primary" type="submit">
            {t('sheet.write')}
          </Button>
        </Buttons>
      )}
      {choice && children?.(choice)}
    </form>
  );
}

/** Which of the places has a unit, by its name with the variants that are usual; `isMissing`: none has. */
function ownPlace(
  unit: ChooseSectionProps['unit'],
  places: Places,
  sheet: Sheet,
): { readonly place?: SectionPlace | undefined; readonly isMissing: boolean } {
  if (!unit?.section) return { isMissing: false };
  const { division, section } = unit;
  const sections = [{ division, section, targets: [] }];
  const { matches, problems } = matchSections(places, { ...sheet, sections });
  const place = matches[0]?.place;
  return {
    place,
    isMissing: problems.length > 0 ? problems[0]?.code !== 'section-twice' : place?.section === '',
  };
}

const sectionNameText = ({ division, section }: SectionPlace): string =>
  [division, section].filter(Boolean).join('　');

function factsOf(places: Places, sheet: Sheet) {
  const targets = sheet.sections.flatMap((each) => each.targets);
  const count = (of: 'target' | 'result') => targets.filter((target) => target[of]).length;
  const [only] = places.sections;
  return [
    {
      id: 'sheets',
      label: t('sheet.worksheet'),
      value: [...places.views.keys()].join('、'),
    },
    {
      id: 'year',
      label: t('sheet.year'),
      value: sheet.fiscalYear === null ? t('sheet.notTold') : fiscalYearName(sheet.fiscalYear),
    },
    { id: 'ward', label: t('place.ward'), value: sheet.ward ?? t('sheet.notTold') },
    ...(places.sections.length === 1 && only?.section
      ? [{ id: 'section-told', label: t('place.section'), value: sectionNameText(only) }]
      : []),
    {
      id: 'texts',
      label: t('sheet.texts'),
      value: t('sheet.textCounts', { targets: count('target'), results: count('result') }),
    },
  ];
}
