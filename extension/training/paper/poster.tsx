import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../locales/t.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Phrases } from '../phrases.tsx';

export const sizes = ['a4', 'a3'] as const;
export type Size = (typeof sizes)[number];

/** A sheet for the counter: one large line, or several. */
export interface PosterText {
  readonly heading: string | null;
  readonly lines: readonly string[];
  readonly issuer: string;
}

// In per cent of the usual letters.
const smallest = 50;
const step = 5;

/** The sheet, its letters made smaller where they would not fit. */
export function Poster({ heading, lines, issuer, size }: PosterText & { size: Size }) {
  const sheet = useRef<HTMLElement>(null);
  const [fits, setFits] = useState(true);
  useLayoutEffect(() => {
    if (sheet.current) setFits(shrink(sheet.current));
  }, [heading, lines.join('\n'), issuer]);
  return (
    <>
      {!fits && (
        <div class="f-screen">
          <Notice kind="warning" live="status" heading={t('poster.tooLong')}>
            <p>{t('poster.tooLongHelp')}</p>
          </Notice>
        </div>
      )}
      <article class="t-poster" data-size={size} ref={sheet}>
        {heading && <h2>{heading}</h2>}
        {lines.length === 1 ? (
          <p class="t-poster-line">
            {partsOf(lines[0] ?? '').map((part, index) => (
              <span key={index}>
                <Phrases text={part} />
              </span>
            ))}
          </p>
        ) : (
          lines.length > 0 && (
            <ol>
              {lines.map((line, index) => (
                <li key={index}>
                  <Phrases text={line} />
                </li>
              ))}
            </ol>
          )
        )}
        <p class="t-poster-foot">{issuer}</p>
      </article>
    </>
  );
}

/** A subtitle between wave dashes stands on a line of its own. */
const partsOf = (line: string): string[] => line.split(/(?=～[^～]+～)/);

/** Takes the largest letters with which all stays within the sheet; false where even the smallest do not. */
function shrink(sheet: HTMLElement): boolean {
  for (let scale = 100; scale >= smallest; scale -= step) {
    sheet.style.setProperty('--fit', String(scale / 100));
    const edge = sheet.getBoundingClientRect().bottom - parseFloat(getComputedStyle(sheet).padding);
    if ((sheet.lastElementChild?.getBoundingClientRect().bottom ?? 0) <= edge + 1) return true;
  }
  return false;
}
