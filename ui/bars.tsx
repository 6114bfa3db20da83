import { t } from '../locales/t.ts';
import { Figure, type Rate, rateText } from './figure.tsx';

interface BarsProps {
  title: string;
  /** Above the names in the table: 場面. */
  head: string;
  rates: readonly Rate[];
}

/** Heights in em, so that the picture grows with the text; widths in per cent, so that the text does not grow with the picture. */
const row = 3.25;

/** Rates as bars, each under its own name and number. */
export function Bars({ title, head, rates }: BarsProps) {
  const drawing = rates.map((rate, index) => (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the drawing, which has one.
    <svg key={rate.label} y={`${index * row}em`} width="100%" height={`${row}em`}>
      <text y="1.1em">{rate.label}</text>
      <text x="100%" y="1.1em" class="f-value">
        {rateText(rate)}
      </text>
      <rect
        class="f-track"
        y="1.6em"
        width="100%"
        height="0.9em"
        rx="0.2em"
        data-empty={rate.value === null}
      />
      {rate.value !== null && (
        <rect class="f-bar" y="1.6em" width={`${rate.value * 100}%`} height="0.9em" rx="0.2em" />
      )}
    </svg>
  ));
  return (
    <Figure
      title={title}
      description={t('ui.barsText', { count: rates.length })}
      frame={{ width: '100%', height: `${rates.length * row}em` }}
      drawing={drawing}
      head={[head, t('ui.rate')]}
      rows={rates.map((rate) => [rate.label, rateText(rate)])}
    />
  );
}
