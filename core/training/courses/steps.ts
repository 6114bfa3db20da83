import type { PhilosophyId, SceneId, StandardId } from '../../catalog/catalog.ts';
import type { Step } from '../course.ts';

/** What the courses that come with the product are put together of. */

export const at = (
  kind: 'title' | 'aim' | 'closing',
  minutes: number,
  notes: string | null,
): Step => ({
  kind,
  minutes,
  notes,
});

export const philosophy = (
  ref: PhilosophyId,
  minutes: number,
  notes: string | null = null,
): Step => ({
  kind: 'philosophy',
  ref,
  minutes,
  notes,
});

export const scene = (ref: SceneId, minutes = 0.5, notes: string | null = null): Step => ({
  kind: 'scene',
  ref,
  minutes,
  notes,
});

export const standard = (ref: StandardId, minutes: number, notes: string | null = null): Step => ({
  kind: 'standard',
  ref,
  minutes,
  notes,
});

/** The edition whose items the courses name. */
export const catalog = [{ id: 'kawasaki-city', edition: '2016' }];

/** For the presenter: at the beginning, at the aim, at the end. */
export const greeting =
  'あいさつと、今日の流れを話します。できていない人を探す時間ではなく、応対をみんなで良くする時間だと伝えます。';
export const aim =
  'ゆっくり読み上げます。「信頼関係」という言葉で、思い出す場面があるかを尋ねます。';
export const closing =
  '明日から取り組むことを一つ決めてもらい、隣の人と話します。年に一度の振り返りにもつながることを伝えます。';
