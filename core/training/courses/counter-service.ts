import type { Course } from '../course.ts';
import { aim, at, catalog, closing, greeting, philosophy, scene, standard } from './steps.ts';

export const counterService: Course = {
  title: '窓口応対研修',
  minutes: 45,
  catalog,
  steps: [
    at('title', 1, greeting),
    at('aim', 1, aim),
    philosophy('needs', 1),
    philosophy('proper-service', 1),
    scene('reception'),
    standard('reception-listen-to-end', 3),
    standard('reception-confirm-request', 3, '二人一組で、用件を短く言い直す練習をします。'),
    scene('counter'),
    standard('counter-greet-first', 3, '実際に立って、目を合わせて声をかける練習をします。'),
    standard('counter-face-the-person', 3),
    standard('counter-show-where-to-write', 3),
    standard('counter-tell-waiting-time', 3),
    standard('counter-write-missing-items', 3),
    standard('counter-protect-privacy', 3),
    standard('counter-tell-what-follows', 3),
    standard('counter-tidy-for-next', 3),
    scene('common'),
    standard('common-plain-speech', 3),
    standard('common-adapt', 3, '日本語を学んでいる方に、自分の手続きを説明してみます。'),
    at('closing', 3.5, closing),
  ],
};
