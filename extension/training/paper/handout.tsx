import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { Course } from '../../../core/training/course.ts';
import { makeDeck, type Slide } from '../../../core/training/deck.ts';
import { t } from '../../../locales/t.ts';
import { Choice } from '../../../ui/choice.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { sceneName, statusTag } from '../../app/words.ts';
import { store } from '../../page-store.ts';
import { listCourses } from '../../store/tables/courses.ts';
import { keyOfOwn, offeredCourses } from '../find-course.ts';
import { Phrases } from '../phrases.tsx';
import { slideName } from '../slide-name.ts';
import { basisText } from '../words.ts';
import { Print } from './print.tsx';

const perPage = ['2', '4', '6'] as const;

interface Offered {
  readonly key: string;
  readonly course: Course;
}

/** A course on paper, two, four or six slides a page. */
export function Handout({ catalog }: { catalog: Catalog }) {
  const [own, setOwn] = useState<readonly Offered[]>([]);
  const [chosen, setChosen] = useState('new-staff');
  const [per, setPer] = useState<string>('4');
  useEffect(() => {
    void listCourses(store).then((rows) =>
      setOwn(rows.map(({ id, course }) => ({ key: keyOfOwn(id), course }))),
    );
  }, []);
  const offered = [
    ...offeredCourses(catalog).map(({ id, course }) => ({ key: id, course })),
    ...own,
  ];
  const course = offered.find(({ key }) => key === chosen)?.course;
  if (!course) return null;
  const { slides } = makeDeck(course, catalog);
  const size = Number(per);
  const pages = Array.from({ length: Math.ceil(slides.length / size) }, (_, page) =>
    slides.slice(page * size, (page + 1) * size),
  );
  return (
    <>
      <div class="f-screen t-form">
        <SelectField
          id="handout-course"
          label={t('paper.course')}
          value={chosen}
          options={offered.map((one) => ({ value: one.key, label: one.course.title }))}
          onChange={setChosen}
        />
        <Choice
          id="handout-per"
          label={t('paper.perPage')}
          options={perPage.map((value) => ({
            value,
            label: t('paper.slides', { count: value }),
          }))}
          value={per}
          onChange={setPer}
        />
      </div>
      <Print />
      <h2>{course.title}</h2>
      <div class="t-handout" data-per={per}>
        {pages.map((page) => (
          <div class="t-handout-page" key={page[0]?.id}>
            {page.map((slide) => (
              <article key={slide.id} class="t-card">
                <Card slide={slide} catalog={catalog} />
              </article>
            ))}
          </div>
        ))}
      </div>
      <Print again />
    </>
  );
}

/** A slide as it is read, not as it is seen from the back of the room. */
function Card({ slide, catalog }: { slide: Slide; catalog: Catalog }) {
  return (
    <>
      <p class="t-card-top">{topOf(slide)}</p>
      <h3>
        <Phrases text={slideName(slide)} />
      </h3>
      <CardBody slide={slide} catalog={catalog} />
    </>
  );
}

function topOf(slide: Slide): string {
  if (slide.kind !== 'standard') return slide.id;
  return `${slide.id}　${sceneName(slide.scene)}　${statusTag(slide.standard)}`;
}

function CardBody({ slide, catalog }: { slide: Slide; catalog: Catalog }) {
  switch (slide.kind) {
    case 'title':
      return <p>{t('slide.ofCatalog', { title: catalog.title })}</p>;
    case 'aim':
      return (
        <>
          <p>{slide.aim.text}</p>
          <p class="t-card-foot">{basisText(catalog, slide.aim.basis)}</p>
        </>
      );
    case 'philosophy':
      return (
        <>
          <p>
            <strong>{slide.philosophy.statement}</strong>
          </p>
          <Points lines={slide.philosophy.notes.map(({ text }) => text)} />
          <p class="t-card-foot">
            {t('slide.philosophyFoot', { basis: basisText(catalog, slide.philosophy.basis) })}
          </p>
        </>
      );
    case 'scene':
      return <p>{slide.scene.definition}</p>;
    case 'standard': {
      const { guidance, good, poor } = slide.standard;
      return (
        <dl>
          {guidance && <Entry name={t('slide.guidance')} text={guidance} />}
          {good && <Entry name={t('slide.good')} text={good} />}
          {poor && <Entry name={t('slide.poor')} text={poor} />}
        </dl>
      );
    }
    case 'text':
      return (
        <>
          <Points lines={slide.lines} />
          {slide.status && (
            <p class="t-card-foot">
              {statusTag({ status: slide.status })}
              {slide.basis && `　${basisText(catalog, slide.basis)}`}
            </p>
          )}
        </>
      );
    case 'closing':
      return <Points lines={[t('slide.goalWhat'), t('slide.goalWhen'), t('slide.goalReview')]} />;
  }
}

function Points({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

function Entry({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
