import type { ComponentChildren } from 'preact';
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
  /** What the thin lines are: 場面ごと; of many years, those of the last few. */
  others?: (recent: number | null) => ComponentChildren;
}

/** More years than these are many: then the last few are what is looked at. */
const many = 12;
const recentYears = 5;
/** How many of the years before have room for their names. */
const pastNames = 6;

// In em; across, everything is in per cent (see `Bars`).
const top = 2;
const height = 13;
const between = (from: number, to: number, share: number) => from + (to - from) * share;
const down = (rate: number) => `${top + (1 - rate) * height}em`;

/** Years as lines. A year without a number leaves a gap. */
export function Lines({ title, head, years, series, others }: LinesProps) {
  const [main, ...rest] = series;
  const isMany = years.length > many;
  const firstRecent = isMany ? years.length - recentYears : 0;
  const isRecent = (index: number) => index >= firstRecent;
  // Of many years the last few have as much room as all others, behind a line of their own.
  const across = (index: number) =>
    `${
      isMany && isRecent(index)
        ? between(57, 94, (index - firstRecent) / (recentYears - 1))
        : isMany
          ? between(17, 49, index / (firstRecent - 1))
          : between(17, 94, years.length === 1 ? 0.5 : index / (years.length - 1))
    }%`;

  const line = ({ label, values }: Series, isDrawn: (index: number) => boolean) =>
    values.map((value, index) => {
      const next = values[index + 1] ?? null;
      if (value === null || next === null || !isDrawn(index)) return null;
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

  const points = ({ values }: Series, size: number, isDrawn: (index: number) => boolean) =>
    values.map(
      (value, index) =>
        value !== null &&
        isDrawn(index) && (
          <circle key={years[index]?.short} cx={across(index)} cy={down(value)} r={size} />
        ),
    );

  // Named are as many as fit, counted from the last one, and where it is narrow every second of many.
  const step = Math.ceil(firstRecent / pastNames);
  const named = years
    .map((_, index) => index)
    .filter((index) => isRecent(index) || (firstRecent - 1 - index) % step === 0)
    .reverse();
  const isNamed = (index: number) => named.includes(index);
  const nameClass = (index: number) =>
    years.length > 6 && named.indexOf(index) % 2 === 1 ? 'f-middle f-spare' : 'f-middle';

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
      {years.map(
        ({ short }, index) =>
          isNamed(index) && (
            <text
              key={short}
              class={nameClass(index)}
              x={across(index)}
              y={`${top + height + 1.5}em`}
            >
              {short}
            </text>
          ),
      )}
      <g class="f-thin">
        {rest.map((one) => (
          <g key={one.label}>
            {line(one, isRecent)}
            {points(one, 2, isRecent)}
          </g>
        ))}
      </g>
      {isMany && <line class="f-divider" x1="53%" x2="53%" y1={down(1)} y2={down(0)} />}
      {isMany && <g class="f-past">{line(main, (index) => !isRecent(index))}</g>}
      <g class="f-thick">
        {line(main, isRecent)}
        {points(main, 5, isRecent)}
        {main.values.map(
          (value, index) =>
            value !== null &&
            isNamed(index) && (
              <text
                key={years[index]?.short}
                class={nameClass(index)}
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
              <Sample kind="thin" /> {others(isMany ? recentYears : null)}
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
