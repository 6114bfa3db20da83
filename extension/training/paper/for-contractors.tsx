import type { Catalog } from '../../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../../core/catalog/lookup.ts';
import { t } from '../../../locales/t.ts';
import { basisText } from '../words.ts';
import { Print } from './print.tsx';

/** What guards and the information desk see of the standards: what happens between them and visitors. */
const theirScenes = ['wayfinding', 'common'] as const;

/** The ideas of the guideline for those who work under contract (001 §1(3)). */
export function ForContractors({ catalog }: { catalog: Catalog }) {
  const { aim, philosophies } = catalog;
  return (
    <>
      <Print />
      <p>{t('paper.contractorLead')}</p>
      <h2>{t('slide.aim')}</h2>
      <p>{aim.text}</p>
      <h2>{t('paper.ideas')}</h2>
      <dl class="t-ideas">
        {philosophies.map(({ id, name, statement }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{statement}</dd>
          </div>
        ))}
      </dl>
      <p class="t-card-foot">
        {t('paper.quoted', {
          aim: basisText(catalog, aim.basis),
          basis: basisText(catalog, philosophies[0]?.basis ?? aim.basis),
        })}
      </p>
      <h2>{t('paper.examples')}</h2>
      <p>{t('paper.examplesNote')}</p>
      <ul class="t-examples-list">
        {theirScenes
          .flatMap((scene) => standardsOfScene(catalog, scene))
          .filter(({ status }) => status === 'model')
          .map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
      </ul>
      <Print again />
    </>
  );
}
