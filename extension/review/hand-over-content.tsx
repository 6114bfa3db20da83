import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { reviewFileName } from '../../core/formats/file-name.ts';
import type { ReviewFile } from '../../core/formats/review-file.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { dayName, unitName } from '../app/words.ts';
import { AnswerTables } from './answer-tables.tsx';
import { inWords } from './look-back.tsx';

/** A hand-over file in words: everything that is in it, and what is left out. */
export function HandOverContent({ file }: { file: ReviewFile }) {
  const answers = Object.values(file.answers);
  return (
    <>
      <section>
        <h2>{t('handOver.content')}</h2>
        <dl class="r-facts">
          <Fact label={t('handOver.fileName')} value={reviewFileName(file)} />
          <Fact label={t('result.year')} value={fiscalYearName(file.fiscalYear)} />
          <Fact label={t('handOver.unit')} value={unitName(file.unit)} />
          <Fact label={t('role.label')} value={file.role && t(`role.${file.role}`)} />
          <Fact label={t('handOver.name')} value={file.name} />
          <Fact label={t('handOver.completedAt')} value={dayName(file.completedAt)} />
          <Fact
            label={t('handOver.revision')}
            value={t('handOver.revisionNumber', { revision: file.revision })}
          />
          <Fact
            label={t('handOver.catalog')}
            value={file.catalog.map(({ id, edition }) => catalogName(id, edition)).join('、')}
          />
          <Fact
            label={t('history.answered')}
            value={t('ui.count', {
              done: answers.length,
              total: builtInCatalog.standards.length,
            })}
          />
          <Fact
            label={t('ui.note')}
            value={String(answers.filter(({ note }) => note).length || '') || null}
          />
        </dl>
      </section>
      <section>
        <h2>{t('goals.heading')}</h2>
        {file.goals.length === 0 && <p>{t('handOver.none')}</p>}
        <ul>
          {file.goals.map((goal) => (
            <li key={goal.text}>{goal.outcome ? inWords(goal) : goal.text}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('answers.heading')}</h2>
        <Disclosure summary={t('answers.show')} printed>
          <AnswerTables answers={file.answers} notes />
        </Disclosure>
      </section>
    </>
  );
}

const Fact = ({ label, value }: { label: string; value: string | null }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value ?? t('handOver.none')}</dd>
  </div>
);

const catalogName = (id: string, edition: string): string =>
  id === builtInCatalog.id && edition === builtInCatalog.edition
    ? `${builtInCatalog.issuer} ${builtInCatalog.title}`
    : `${id} ${edition}`;
