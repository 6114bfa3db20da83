import { t } from '../locales/t.ts';
import { Figure, Sample } from './figure.tsx';
import { percent } from './percent.ts';

export interface Series {
  readonly label: string;
  /** One a year, 0–1; null: nothing was counted. */
  readonly values: readonly (number | null)[];
}

interface LinesProps {
  title: string;
  /** Above the years in the table: 年度. */
  head: string;
  /** Earliest first: in full for the table, short (R8) for the axis. */
  years: readonly { readonly label: string; readonly short: string }[];
  /** The first is drawn strong, with its numbers; the others thin, for comparison. */
  series: readonly [Series, ...Series[]];
  /** What the thin lines are: 場面ごと. */
  others?: string;
}

// In em; across, everything is in per cent (see `Bars`).
const top = 2;
const height = 13;
const down = (rate: number) => `${top + (1 - rate) * height}em`;

/** Years as lines. A year without a number leaves a gap. */
export function Lines({ title, head, years, series, others }: LinesProps) {
  const [main, ...rest] = series;
  const across = (index: number) =>
    `${years.length === 1 ? 50 : 17 + (77 * index) / (years.length - 1)}%`;

  const line = ({ label, values }: Series) =>
    values.map((value, index) => {
      const next = values[index + 1] ?? null;
      if (value === null || next === null) return null;
      return (
        <line
          key={`${label}${years[index]?.short}`}
          x1={across(index)}
          y1={down(value)}
          x2={across(index + 1)}
          y2={down(next)}
        />
      );
    });

  const points = ({ values }: Series, size: number) =>
    values.map(
      (value, index) =>
        value !== null && (
          <circle key={years[index]?.short} cx={across(index)} cy={down(value)} r={size} />
        ),
    );

  // Every second year of many gives way where it is narrow; the last one stays.
  const spare = (index: number) => years.length > 6 && (years.length - 1 - index) % 2 === 1;

  const numbered = (index: number) =>
    years.length <= 6 || index === 0 || index === years.length - 1;

  const drawing = (
    <>
      {[0, 0.5, 1].map((rate) => (
        <g key={rate}>
          <line class="f-grid" x2="100%" y1={down(rate)} y2={down(rate)} />
          {/* An em of the place is an em of the text it is set on: the smaller letters are within. */}
          <text y={down(rate)} dy="-0.3em">
            <tspan class="f-axis">{percent(rate)}</tspan>
          </text>
        </g>
      ))}
      {years.map(({ short }, index) => (
        <text
          key={short}
          class={spare(index) ? 'f-middle f-spare' : 'f-middle'}
          x={across(index)}
          y={`${top + height + 1.5}em`}
        >
          {short}
        </text>
      ))}
      <g class="f-thin">
        {rest.map((one) => (
          <g key={one.label}>
            {line(one)}
            {points(one, 2)}
          </g>
        ))}
      </g>
      <g class="f-thick">
        {line(main)}
        {points(main, 5)}
        {main.values.map(
          (value, index) =>
            value !== null &&
            numbered(index) && (
              <text
                key={years[index]?.short}
                class="f-middle"
                x={across(index)}
                y={down(value)}
                dy="-0.8em"
              >
                {percent(value)}
              </text>
            ),
        )}
      </g>
    </>
  );

  return (
    <Figure
      title={title}
      description={t('ui.linesText', { name: main.label, count: years.length })}
      frame={{ width: '100%', height: `${top + height + 2}em` }}
      drawing={drawing}
      legend={
        <>
          <span>
            <Sample kind="thick" /> {main.label}
          </span>
          {rest.length > 0 && others && (
            <span>
              <Sample kind="thin" /> {others}
            </span>
          )}
        </>
      }
      head={[head, ...series.map(({ label }) => label)]}
      rows={years.map(({ label }, index) => [
        label,
        ...series.map(({ values }) => percent(values[index] ?? null)),
      ])}
    />
  );
}
