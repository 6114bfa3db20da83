import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { percent } from './percent.ts';
import { Table } from './table.tsx';

/** A rate of 0–1 under its name; null: nothing was counted. */
export interface Rate {
  readonly label: string;
  readonly value: number | null;
  /** Why nothing was counted: 担当なし. */
  readonly none?: string;
}

/** A rate with, where there is none, the reason: 「— 担当なし」. */
export const rateText = ({ value, none }: Rate): string =>
  value === null && none ? `${percent(value)} ${none}` : percent(value);

interface FigureProps {
  title: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string;
  /** `width`, `height` or `viewBox` of the drawing. */
  frame: { viewBox: string } | { width: string; height: string };
  drawing: ComponentChildren;
  /** What the lines stand for, under the picture. */
  legend?: ComponentChildren;
  /** The table that says the same; its first column names the rows. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A picture with the table that says the same beside it. */
export function Figure({ title, description, frame, drawing, legend, head, rows }: FigureProps) {
  const id = useId();
  return (
    <figure class="f-figure" aria-labelledby={`${id}-caption`}>
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      <div class="f-picture">
        <svg role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} {...frame}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-text`}>{description}</desc>
          {drawing}
        </svg>
        {legend && <div class="f-legend">{legend}</div>}
      </div>
      <Table
        caption={<span class="f-unseen">{t('ui.tableOf', { title })}</span>}
        head={head}
        rows={rows}
        numeric={head.map((_, column) => column).slice(1)}
      />
    </figure>
  );
}

/** A piece of a line as it is drawn in the picture, for the legend. */
export function Sample({ kind }: { kind: 'wheel-now' | 'wheel-earlier' | 'thick' | 'thin' }) {
  return (
    <svg class="f-sample" viewBox="0 0 32 12" aria-hidden="true">
      <g class={`f-${kind}`}>
        <path d="M0 6H32" />
        <circle cx="16" cy="6" r={kind === 'thin' ? 2 : 4} />
      </g>
    </svg>
  );
}
