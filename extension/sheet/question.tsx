import { useState } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import type { Places } from '../../core/sheet/form/places.ts';
import { type PlainKey, t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SheetProblems } from '../../ui/sheet/problems.tsx';
import { WhichSection } from '../../ui/sheet/which-section.tsx';
import { chosen, grids, hasChosen, nothingChosen } from './current-workbook.ts';
import { FormPicture } from './form-picture.tsx';
import { NextActs } from './next-acts.tsx';
import { Teaching } from './teach-view.tsx';

/** What is not sure of a workbook, and the ways to settle it: one press where there are readings, else teaching. */
export function Question({
  problems,
  readings,
}: {
  problems: readonly Problem[];
  readings: readonly Places[];
}) {
  const [problem] = problems;
  return (
    <>
      {readings.length > 0 ? (
        <p>{t(readingsHelp(problem, readings))}</p>
      ) : (
        <Notice kind="warning" live="status" heading={t('sheet.askHeading')}>
          <SheetProblems problems={problems} />
        </Notice>
      )}
      {readings.length > 0 ? (
        <Readings readings={readings} ofYears={isOfYears(problem, readings)} />
      ) : (
        problem && <Settle problem={problem} key={`${problem.code} ${problem.params?.field}`} />
      )}
      {hasChosen.value && (
        <Buttons>
          <Button
            onClick={() => {
              chosen.value = nothingChosen;
            }}
          >
            {t('sheet.askAgain')}
          </Button>
        </Buttons>
      )}
      <NextActs
        problems={problems}
        except={[
          'choose-sheet',
          'tell-section',
          ...(isInline(problem) || readings.length > 0 ? (['teach'] as const) : []),
        ]}
      />
    </>
  );
}

/** Whether the readings are worksheets of several 年度. */
export const isOfYears = (problem: Problem | undefined, readings: readonly Places[]): boolean =>
  problem?.code === 'several-sheets' && readings.length > 1;

const readingsHelp = (problem: Problem | undefined, readings: readonly Places[]): PlainKey => {
  if (isOfYears(problem, readings)) return 'sheet.whichYearHelp';
  return readings.length > 1 ? 'sheet.readingsHelp' : 'sheet.readingAskHelp';
};

/** What a press in the drawn sheet settles at once; of what looks like no such form at all, teaching is a press away. */
const isInline = (problem: Problem | undefined): boolean =>
  problem !== undefined &&
  ['column-unclear', 'form-differs', 'no-column', 'cell-shared'].includes(problem.code);

function Settle({ problem }: { problem: Problem }) {
  if (problem.code === 'several-sheets' || problem.code === 'sheet-not-found')
    return <WhichSheet />;
  if (problem.code === 'section-unclear' && problem.at.kind !== 'cell') {
    return (
      <WhichSection
        told={chosen.value.section ?? undefined}
        onSection={(section) => {
          chosen.value = { ...chosen.value, section };
        }}
      />
    );
  }
  return isInline(problem) ? <Teaching /> : null;
}

function WhichSheet() {
  const sheets = grids.value.filter(({ hidden }) => !hidden);
  return (
    <SelectField
      id="which-sheet"
      label={t('sheet.worksheet')}
      options={[
        { value: '', label: t('sheet.choose') },
        ...sheets.map(({ name }) => ({ value: name, label: name })),
      ]}
      value={chosen.value.worksheet ?? ''}
      onChange={(worksheet) => {
        chosen.value = { ...chosen.value, worksheet: worksheet || null };
      }}
    />
  );
}

/** Each way that the workbook can be read, drawn; one press decides. */
function Readings({ readings, ofYears }: { readings: readonly Places[]; ofYears: boolean }) {
  const [isTeaching, setTeaching] = useState(false);
  return (
    <>
      {readings.map((places, index) => {
        const { form } = places;
        const name =
          form.title ||
          (readings.length > 1 ? t('sheet.reading', { no: index + 1 }) : t('sheet.readingOnly'));
        return (
          <section key={index} class="s-reading" aria-label={name}>
            <h2>{name}</h2>
            <FormPicture places={places} caption={t('sheet.readingPicture', { name })} />
            <Buttons>
              <Button
                aria-label={t(ofYears ? 'sheet.chooseYearOf' : 'sheet.chooseReadingOf', { name })}
                onClick={() => {
                  chosen.value = { ...chosen.value, form };
                }}
              >
                {t(ofYears ? 'sheet.chooseYear' : 'sheet.chooseReading')}
              </Button>
            </Buttons>
          </section>
        );
      })}
      {isTeaching ? (
        <Teaching />
      ) : (
        <Buttons>
          <Button kind="text" onClick={() => setTeaching(true)}>
            {t(readings.length > 1 ? 'sheet.readingNone' : 'sheet.readingNot')}
          </Button>
        </Buttons>
      )}
    </>
  );
}
