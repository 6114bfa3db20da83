import type { ComponentChildren } from 'preact';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import type { SceneId } from '../../core/catalog/catalog.ts';
import { sceneById } from '../../core/catalog/lookup.ts';
import { t } from '../../locales/t.ts';
import { fiscalYearName } from '../../ui/fiscal-year.ts';
import { Frame } from '../app/frame.tsx';
import { Later } from '../app/later.tsx';
import { route } from '../app/route.ts';
import { sceneName } from '../app/words.ts';
import { store } from '../page-store.ts';
import { AllItems } from './all-items.tsx';
import { SceneItems } from './scene-items.tsx';
import { Tasks } from './tasks.tsx';

interface View {
  readonly name: string;
  readonly title: string;
  readonly body: ComponentChildren;
}

/** Views of items: what of them is 見本 is told at the head of each printed sheet. */
const marked = /^(scene|all|open|check)\b/;

/** The review page: one frame, and in it the view its address names. */
export function ReviewPage() {
  const { name, title, body } = viewOf(route.value);
  return (
    <Frame
      title={title}
      route={name}
      mark={marked.test(name) ? t('paper.modelsShort') : undefined}
      above={name !== 'tasks' && <a href="#/">{t('review.backToTasks')}</a>}
    >
      {body}
    </Frame>
  );
}

function viewOf([name, first, second, third]: readonly string[]): View {
  const scene = name === 'scene' ? sceneById(builtInCatalog, first as SceneId) : undefined;
  if (scene) {
    return {
      name: `scene/${scene.id}`,
      title: sceneName(scene),
      body: <SceneItems key={scene.id} scene={scene} at={second} toCheck={third === 'check'} />,
    };
  }
  switch (name) {
    case 'all':
      return { name, title: t('review.allTitle'), body: <AllItems at={first} /> };
    case 'open':
      return {
        name,
        title: t('review.openTitle'),
        body: <Later key={name} load={async () => (await import('./open-items.tsx')).OpenItems} />,
      };
    case 'check':
      return {
        name,
        title: t('check.title'),
        body: <Later key={name} load={async () => (await import('./check.tsx')).Check} />,
      };
    case 'result':
      return {
        name,
        title: t('result.titleOf', { year: fiscalYearName(store.review.value?.fiscalYear ?? 0) }),
        body: <Later key={name} load={async () => (await import('./result.tsx')).ResultView} />,
      };
    case 'talk':
      return {
        name,
        title: t('own.talkTitle', { year: fiscalYearName(store.review.value?.fiscalYear ?? 0) }),
        body: <Later key={name} load={async () => (await import('./talk-sheet.tsx')).TalkSheet} />,
      };
    case 'form':
      return {
        name,
        title: t('own.formTitle', { year: fiscalYearName(store.review.value?.fiscalYear ?? 0) }),
        body: <Later key={name} load={async () => (await import('./own-form.tsx')).OwnForm} />,
      };
    case 'handover':
      return {
        name,
        title: t('handOver.title'),
        body: (
          <Later key={name} load={async () => (await import('./hand-over.tsx')).HandOverView} />
        ),
      };
    default: {
      const year = fiscalYearName(store.review.value?.fiscalYear ?? 0);
      return { name: 'tasks', title: t('review.title', { year }), body: <Tasks /> };
    }
  }
}
