import type { Course } from '../course.ts';
import { aim, at, catalog, closing, greeting, philosophy, scene, standard } from './steps.ts';

export const newStaff: Course = {
  title: '新任職員研修',
  minutes: 30,
  catalog,
  steps: [
    at('title', 1, greeting),
    at('aim', 1, aim),
    philosophy('basic-mission', 1, '公務員として最初に大切にしたい考え方です。'),
    philosophy('citizen-view', 1),
    philosophy('empathy', 1, '自分が窓口で不安だったときのことを、思い出してもらいます。'),
    scene('reception'),
    standard('reception-listen-to-end', 3, '二人一組になり、1分ずつ「聞くだけ」を試します。'),
    standard('reception-find-right-desk', 3),
    scene('phone'),
    standard('phone-name-first', 3, '隣の人と、電話の第一声を声に出して練習します。'),
    standard('phone-offer-call-back', 3),
    scene('counter'),
    standard('counter-greet-first', 3, '実際に立って、目を合わせて声をかける練習をします。'),
    standard('counter-tell-waiting-time', 3),
    standard(
      'common-plain-speech',
      3,
      '自分の係でよく使う専門用語を一つ挙げて、言い換えてみます。',
    ),
    at('closing', 2.5, closing),
  ],
};
