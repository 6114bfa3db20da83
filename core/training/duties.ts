import type { Status } from '../catalog/catalog.ts';

/** What a subsection chief (係長) does for the improvement of service: 002 §2(2), an example in the original. */
export interface DutyList {
  /** The whole section (課) takes part together, or each subsection (係) for itself. */
  readonly id: 'section' | 'subsection';
  readonly name: string;
  readonly duties: readonly string[];
  readonly status: Status;
  readonly basis: string;
}

const ownExample =
  '自分が手本になる応対をします。係員のふだんの応対を見て、必要な助言や指導をします。';

export const dutyLists: readonly [DutyList, DutyList] = [
  {
    id: 'section',
    name: '課で取り組むとき',
    duties: [
      '職場の応対を何で評価するかを、推進員を助けてはっきりさせます。',
      '職場のいまの様子を、推進員を助けてつかみます。',
      '課で決めた目標と取組を、係の全員に伝えます。',
      ownExample,
    ],
    status: 'summary',
    basis: '002 §2(2)',
  },
  {
    id: 'subsection',
    name: '係で取り組むとき',
    duties: [
      '推進責任者と相談して、目標とめざす方向を決めます。',
      '職場の応対を何で評価するかを、推進員と一緒にはっきりさせます。',
      '職場のいまの様子をつかみます。',
      '係で決めた目標と取組を、係の全員に伝えます。',
      ownExample,
    ],
    status: 'summary',
    basis: '002 §2(2)',
  },
];
