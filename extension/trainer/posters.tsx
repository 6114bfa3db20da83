import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { t } from '../../locales/t.ts';
import { Choice } from '../../ui/choice.tsx';
import { Phrases } from './phrases.tsx';

const sizes = ['a4', 'a3'] as const;
type Size = (typeof sizes)[number];

/** A sheet for the counter: one large line, or several. */
interface Poster {
  readonly id: string;
  readonly heading: string | null;
  readonly lines: readonly string[];
  readonly issuer: string;
}

/** The policies of 000 and the catchphrase and basic attitude of 002, as examples (D21, D28). */
export function Posters() {
  const [posters, setPosters] = useState<readonly Poster[]>([]);
  const [chosen, setChosen] = useState('');
  const [size, setSize] = useState<Size>('a4');
  useEffect(() => {
    void readPosters().then((all) => {
      setPosters(all);
      setChosen(all[0]?.id ?? '');
    });
  }, []);
  useSheetOf(size);
  const poster = posters.find(({ id }) => id === chosen);
  if (!poster) return null;
  return (
    <>
      <div class="f-screen t-form">
        <Choice
          id="poster"
          label={t('paper.posterChoice')}
          options={posters.map(({ id, heading, lines }) => ({
            value: id,
            label: heading ?? lines.join(' '),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Choice
          id="poster-size"
          label={t('paper.size')}
          options={sizes.map((value) => ({ value, label: value.toUpperCase() }))}
          value={size}
          onChange={(value) => setSize(sizes.find((one) => one === value) ?? 'a4')}
        />
      </div>
      <article class="t-poster" data-size={size}>
        {poster.heading && <h2>{poster.heading}</h2>}
        {poster.lines.length === 1 ? (
          <p class="t-poster-line">
            {partsOf(poster.lines[0] ?? '').map((part) => (
              <span key={part}>
                <Phrases text={part} />
              </span>
            ))}
          </p>
        ) : (
          <ol>
            {poster.lines.map((line) => (
              <li key={line}>
                <Phrases text={line} />
              </li>
            ))}
          </ol>
        )}
        <p class="t-poster-foot">{poster.issuer}</p>
      </article>
    </>
  );
}

/** Firefox takes the sheet of the whole document, and never that of a named page. */
function useSheetOf(size: Size): void {
  useEffect(() => {
    const style = new CSSStyleSheet();
    style.replaceSync(`@page { size: ${size} }`);
    document.adoptedStyleSheets.push(style);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
    };
  }, [size]);
}

/** A subtitle between wave dashes stands on a line of its own. */
const partsOf = (line: string): string[] => line.split(/(?=～[^～]+～)/);

async function readPosters(): Promise<Poster[]> {
  const [ward, service] = (
    await Promise.all([
      import('../../core/catalog/data/takatsu-ward-2014.json'),
      import('../../core/catalog/data/counter-service-2009.json'),
    ])
  ).map(({ default: layer }) => layer as unknown as Catalog);
  return [
    ...(ward
      ? [
          {
            id: ward.id,
            heading: t('paper.policies'),
            lines: ward.policies.map(({ text }) => text),
            issuer: ward.issuer,
          },
        ]
      : []),
    ...(service?.policies ?? []).map(({ id, text }) => ({
      id,
      heading: null,
      lines: [text],
      issuer: '',
    })),
  ];
}
