import { compactFiscalYear } from '../../core/calendar/era.ts';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { throughTheYears } from '../../core/review/comparison.ts';
import type { Review } from '../../core/review/review.ts';
import type { Summary, Tally } from '../../core/review/summary.ts';
import { t } from '../../locales/t.ts';
import { Bars } from '../../ui/bars.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Lines } from '../../ui/lines.tsx';
import { Wheel } from '../../ui/wheel.tsx';
import { sceneName } from '../app/words.ts';

const { scenes, philosophies } = builtInCatalog;

/** The rates by scene, by philosophy item, and (once there are two) through the years. */
export function Pictures({ current, past }: { current: Review; past: readonly Review[] }) {
  const years = throughTheYears(past, current, builtInCatalog);
  const [now, before] = years.slice(-2).reverse();
  if (!now) return null;
  return (
    <>
      <h2>{t('result.pictures')}</h2>
      <div class="r-pair">
        <Bars
          title={t('result.byScene')}
          head={t('result.scene')}
          rates={scenes.map((scene, index) =>
            rateOf(sceneName(scene), now.summary.scenes[index]?.tally),
          )}
        />
        <Wheel
          title={t('result.byPhilosophy')}
          head={t('result.philosophy')}
          name={fiscalYearName(now.fiscalYear)}
          rates={philosophyRates(now.summary)}
          earlier={
            before
              ? { name: fiscalYearName(before.fiscalYear), rates: philosophyRates(before.summary) }
              : null
          }
        />
      </div>
      {before && (
        <Lines
          title={t('result.byYear')}
          head={t('result.year')}
          years={years.map(({ fiscalYear }) => ({
            label: fiscalYearName(fiscalYear),
            short: compactFiscalYear(fiscalYear),
          }))}
          series={[
            { label: t('result.all'), values: years.map(({ summary }) => summary.all.rate) },
            ...scenes.map((scene, index) => ({
              label: sceneName(scene),
              values: years.map(({ summary }) => summary.scenes[index]?.tally.rate ?? null),
            })),
          ]}
          others={(recent) => (
            <>
              {recent === null
                ? t('result.eachScene')
                : t('result.eachSceneRecent', { count: recent })}
              <span class="f-screen">{t('result.inTable')}</span>
            </>
          )}
        />
      )}
    </>
  );
}

/** A rate; where there is none, whether that is for good or for want of answers. */
const rateOf = (label: string, tally: Tally | undefined) => ({
  label,
  value: tally?.rate ?? null,
  none: t(tally?.unanswered === 0 ? 'result.notInCharge' : 'result.noAnswers'),
});

const philosophyRates = (summary: Summary) =>
  philosophies.map(({ name }, index) => ({
    label: name,
    value: summary.philosophies[index]?.tally.rate ?? null,
  }));
