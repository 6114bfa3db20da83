import type { ComponentChildren } from 'preact';
import { t } from '../locales/t.ts';

export interface CheckRow {
  readonly id: string;
  readonly label: ComponentChildren;
  /** The answer; null: none yet. */
  readonly value: ComponentChildren | null;
  readonly note?: string | null;
  /** Where it is changed. */
  readonly href?: string;
}

/** What was answered, row by row, each with its way back (確認画面). */
export function CheckList({ rows }: { rows: readonly CheckRow[] }) {
  return (
    <dl class="f-checks">
      {rows.map(({ id, label, value, note, href }) => (
        <div key={id}>
          <dt id={`check-${id}`}>{label}</dt>
          <dd data-missing={value === null}>
            {value ?? t('ui.unanswered')}
            {note && <p class="f-check-note">{note}</p>}
          </dd>
          {href && (
            <dd class="f-check-act">
              <a href={href} aria-describedby={`check-${id}`}>
                {t(value === null ? 'ui.answer' : 'ui.change')}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
