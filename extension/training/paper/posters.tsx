import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { t } from '../../../locales/t.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { OwnPosterForm, ownPoster, readOwnPoster } from './own-poster.tsx';
import { Poster, type PosterText, type Size, sizes } from './poster.tsx';
import { Print } from './print.tsx';

interface Example extends PosterText {
  readonly id: string;
  /** Whose example it is. */
  readonly of: string;
}

const own = 'own';

/** The policies of 000 and the catchphrase and basic attitude of 002, as examples, and one's own words. */
export function Posters() {
  const [examples, setExamples] = useState<readonly Example[]>([]);
  const [chosen, setChosen] = useState('');
  const [size, setSize] = useState<Size>('a4');
  useEffect(() => {
    void Promise.all([readExamples(), readOwnPoster()]).then(([all]) => {
      setExamples(all);
      setChosen(all[0]?.id ?? own);
    });
  }, []);
  useSheetOf(size);
  if (!chosen) return null;
  const poster = chosen === own ? ownPoster() : examples.find(({ id }) => id === chosen);
  return (
    <>
      <div class="f-screen t-form">
        <Choice
          id="poster"
          label={t('paper.posterChoice')}
          support={t('poster.examples')}
          options={[
            ...examples.map(({ id, of, heading, lines }) => ({
              value: id,
              label: t('poster.example', { issuer: of, text: heading ?? lines.join(' ') }),
            })),
            { value: own, label: t('poster.own') },
          ]}
          value={chosen}
          onChange={setChosen}
        />
        {chosen === own && <OwnPosterForm />}
        <Choice
          id="poster-size"
          label={t('paper.size')}
          options={sizes.map((value) => ({ value, label: value.toUpperCase() }))}
          value={size}
          onChange={(value) => setSize(sizes.find((one) => one === value) ?? 'a4')}
        />
      </div>
      {poster ? (
        <>
          <Print />
          <Poster {...poster} size={size} />
        </>
      ) : (
        <Notice kind="info" heading={t('poster.empty')}>
          <p>{t('poster.emptyHelp')}</p>
        </Notice>
      )}
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

async function readExamples(): Promise<Example[]> {
  const [ward, service] = (
    await Promise.all([
      import('../../../core/catalog/data/takatsu-ward-2014.json'),
      import('../../../core/catalog/data/counter-service-2009.json'),
    ])
  ).map(({ default: layer }) => layer as unknown as Catalog);
  return [
    ...(ward
      ? [
          {
            id: ward.id,
            of: ward.issuer,
            heading: t('paper.policies'),
            lines: ward.policies.map(({ text }) => text),
            issuer: ward.issuer,
          },
        ]
      : []),
    ...(service?.policies ?? []).map(({ id, text }) => ({
      id,
      of: service?.issuer ?? '',
      heading: null,
      lines: [text],
      issuer: '',
    })),
  ];
}
