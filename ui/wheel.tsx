import { t } from '../locales/t.ts';
import { Figure, type Rate, Sample } from './figure.tsx';
import { percent } from './percent.ts';

interface WheelProps {
  title: string;
  /** Above the names in the table: 理念. */
  head: string;
  /** This year's: 令和8年度. */
  name: string;
  rates: readonly Rate[];
  /** An earlier year in the same order, drawn dashed. */
  earlier?: { readonly name: string; readonly rates: readonly Rate[] } | null;
}

// In units of the drawing: the text keeps 12 px where the picture is 275 px wide.
const side = 320;
const radius = 90;
const lineHeight = 16;

/** The point of a spoke at a share of the radius; the first spoke points up. */
function spoke(index: number, count: number, share: number): [x: number, y: number] {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const length = radius * share;
  return [side / 2 + Math.cos(angle) * length, side / 2 + Math.sin(angle) * length].map(
    (value) => Math.round(value * 10) / 10,
  ) as [number, number];
}

/** A name in lines of about four characters, cut between words: 適切な・サービス・提供. */
function wrap(label: string): string[] {
  const lines = [''];
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(label)) {
    const line = lines.at(-1) as string;
    if (line && line.length + segment.length > 4) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines;
}

/** The outline through the rates; it is open on both sides of a spoke without one. */
function outline(rates: readonly Rate[]): string {
  const count = rates.length;
  return rates
    .map(({ value }, index) => {
      const next = rates[(index + 1) % count]?.value ?? null;
      if (value === null || next === null) return '';
      return `M${spoke(index, count, value)}L${spoke((index + 1) % count, count, next)}`;
    })
    .join('');
}

/** The ground under the outline: only when it is closed. */
const area = (rates: readonly Rate[]) =>
  rates.every(({ value }) => value !== null)
    ? rates.map(({ value }, index) => spoke(index, rates.length, value ?? 0)).join(' ')
    : '';

const markers = (rates: readonly Rate[], size: number) =>
  rates.map(({ label, value }, index) => {
    if (value === null) return null;
    const [x, y] = spoke(index, rates.length, value);
    return <circle key={label} cx={x} cy={y} r={size} />;
  });

function Label({ rate, index, count }: { rate: Rate; index: number; count: number }) {
  const [x, y] = spoke(index, count, 1.14);
  const lines = wrap(rate.label);
  const off = x - side / 2;
  const anchor = Math.abs(off) < 1 ? 'middle' : off > 0 ? 'start' : 'end';
  // Above the wheel the block ends at its point, below it begins there, at the sides it is centred.
  const up = (1 - (y - side / 2) / (radius * 1.14)) / 2;
  const top = y - up * (lines.length + 1) * lineHeight + 12;
  return (
    <text text-anchor={anchor}>
      {[...lines, percent(rate.value)].map((line, place) => (
        <tspan
          key={line}
          x={x}
          y={Math.round(top + place * lineHeight)}
          class={place === lines.length ? 'f-strong' : undefined}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Up to about ten rates in one picture, each on a spoke from 0 (the middle) to 100 %. */
export function Wheel({ title, head, name, rates, earlier }: WheelProps) {
  const count = rates.length;
  const drawing = (
    <>
      {[0.25, 0.5, 0.75, 1].map((share) => (
        <polygon
          key={share}
          class="f-grid"
          points={rates.map((_, index) => spoke(index, count, share)).join(' ')}
        />
      ))}
      {rates.map(({ label, value }, index) => (
        <path
          key={label}
          class="f-grid"
          data-empty={value === null}
          d={`M${spoke(index, count, 0)}L${spoke(index, count, 1)}`}
        />
      ))}
      {earlier && (
        <g class="f-wheel-earlier">
          <path d={outline(earlier.rates)} />
          {markers(earlier.rates, 3.5)}
        </g>
      )}
      <g class="f-wheel-now">
        <polygon points={area(rates)} />
        <path d={outline(rates)} />
        {markers(rates, 4.5)}
      </g>
      {rates.map((rate, index) => (
        <Label key={rate.label} rate={rate} index={index} count={count} />
      ))}
    </>
  );
  return (
    <Figure
      title={title}
      description={t('ui.wheelText', { count })}
      frame={{ viewBox: `0 0 ${side} ${side}` }}
      drawing={drawing}
      legend={
        <>
          <span>
            <Sample kind="wheel-now" /> {name}
          </span>
          {earlier && (
            <span>
              <Sample kind="wheel-earlier" /> {earlier.name}
            </span>
          )}
        </>
      }
      head={
        earlier
          ? [head, ...[name, earlier.name].map((year) => `${t('ui.rate')} ${year}`)]
          : [head, t('ui.rate')]
      }
      rows={rates.map(({ label, value }, index) => [
        label,
        percent(value),
        ...(earlier ? [percent(earlier.rates[index]?.value ?? null)] : []),
      ])}
    />
  );
}
