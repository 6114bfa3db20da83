import type { Standard, StandardId } from '../../../core/catalog/catalog.ts';
import { t } from '../../../locales/t.ts';
import { TextField } from '../../../ui/field.tsx';
import { minutesText } from '../words.ts';

interface OwnTimesProps {
  /** Those that are chosen. */
  standards: readonly Standard[];
  /** As they are typed. */
  times: ReadonlyMap<StandardId, string>;
  /** What each takes as the course stands; null while it has faults. */
  planned: ReadonlyMap<StandardId, number> | null;
  errorOf: (field: string) => string | null;
  onInput: (id: StandardId, time: string) => void;
}

/** Minutes for single items; the others share what is left. */
export function OwnTimes({ standards, times, planned, errorOf, onInput }: OwnTimesProps) {
  return (
    <section class="t-times" aria-labelledby="course-times">
      <h2 id="course-times">{t('course.times')}</h2>
      <p>{t('course.timesHelp')}</p>
      {standards.map(({ id, text }) => {
        const time = planned?.get(id);
        return (
          <TextField
            key={id}
            id={`time-${id}`}
            label={text}
            support={time !== undefined && t('course.timeNow', { time: minutesText(time) })}
            error={errorOf(`time-${id}`)}
            length={5}
            value={times.get(id) ?? ''}
            onInput={(typed) => onInput(id, typed)}
          />
        );
      })}
    </section>
  );
}
