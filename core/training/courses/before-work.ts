import type { Course } from '../course.ts';
import { at, catalog, standard } from './steps.ts';

/** 003: greetings before work all the year round, and a month of them at its beginning. */
export const beforeWork: Course = {
  title: '始業前の5分',
  minutes: 5,
  catalog,
  steps: [
    at('title', 0.5, 'その日の当番が進めます。立ったままで構いません。'),
    {
      kind: 'text',
      heading: '一日を、あいさつから',
      text: [
        '職場ごとに、接遇の研修や始業前のあいさつに取り組みます。',
        '一年を通して続け、年度の初めの強化月間に力を入れます。',
      ].join('\n'),
      status: 'summary',
      basis: '003 Ⅰ1(1)',
      minutes: 0.5,
      notes: '全員であいさつを交わします。',
    },
    standard('counter-greet-first', 2.5, '声に出して読み、隣の人と一度ずつ試します。'),
    at('closing', 1.5, '今日気をつけることを、一人ひとこと言ってもらいます。'),
  ],
};
