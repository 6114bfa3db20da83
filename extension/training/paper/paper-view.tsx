import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import { t } from '../../../locales/t.ts';
import { route } from '../../app/route.ts';
import { TrainerFrame } from '../frame.tsx';
import { BlankChecklist } from './blank-checklist.tsx';
import { Duties } from './duties.tsx';
import { ForContractors } from './for-contractors.tsx';
import { Handout } from './handout.tsx';
import '../paper.css';
import { wholeCatalog } from '../../app/whole-catalog.ts';
import { Posters } from './posters.tsx';

const papers = ['handout', 'checklist', 'poster', 'duties', 'contractor'] as const;
type Paper = (typeof papers)[number];

const contents: Readonly<Record<Paper, ComponentType<{ catalog: Catalog }>>> = {
  handout: Handout,
  checklist: BlankChecklist,
  poster: Posters,
  duties: Duties,
  contractor: ForContractors,
};

/** `#/paper/handout`: what is printed and handed out, or put up at the counter. */
export function PaperView() {
  const [, asked] = route.value;
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  useEffect(() => {
    void wholeCatalog().then(setCatalog);
  }, []);
  if (!catalog) return null;
  const paper = papers.find((name) => name === asked);
  if (!paper) return <PaperList />;
  const Content = contents[paper];
  return (
    <TrainerFrame title={t(`paper.${paper}`)}>
      <p class="f-screen">
        <a href="#/paper">{t('paper.back')}</a>
      </p>
      <p class="f-screen">{t(`paper.${paper}What`)}</p>
      <Content catalog={catalog} />
    </TrainerFrame>
  );
}

function PaperList() {
  return (
    <TrainerFrame title={t('trainer.paper')}>
      <p>{t('paper.lead')}</p>
      <ul class="t-courses">
        {papers.map((paper) => (
          <li key={paper}>
            <div>
              <h2>
                <a href={`#/paper/${paper}`}>{t(`paper.${paper}`)}</a>
              </h2>
              <p>{t(`paper.${paper}What`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </TrainerFrame>
  );
}
