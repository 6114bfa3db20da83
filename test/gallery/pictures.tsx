import { Bars } from '../../ui/bars.tsx';
import { Lines } from '../../ui/lines.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Wheel } from '../../ui/wheel.tsx';
import { Frame } from './frame.tsx';
import { catalog, earlierRates, philosophyRates, sceneRates } from './words.ts';

const named = (rates: readonly (number | null)[], names: readonly { name: string }[]) =>
  names.map(({ name }, index) => ({ label: name, value: rates[index] ?? null }));

const years = [4, 5, 6, 7, 8].map((year) => ({ label: `令和${year}年度`, short: `R${year}` }));

/** The result of a review. */
export function PicturesView() {
  return (
    <Frame title="令和8年度（2026年度）の結果" route="pictures">
      <Notice kind="success" heading="46項目すべてに答えました。おつかれさまでした">
        <p>守れている割合は 82％です。昨年度より 6ポイント上がりました。</p>
      </Notice>
      <Bars title="場面ごとの割合" head="場面" rates={named(sceneRates, catalog.scenes)} />
      <Wheel
        title="理念ごとの割合"
        head="理念"
        name="令和8年度"
        rates={named(philosophyRates, catalog.philosophies)}
        earlier={{ name: '令和7年度', rates: named(earlierRates, catalog.philosophies) }}
      />
      <Wheel
        title="理念ごとの割合（数えるもののない理念があるとき）"
        head="理念"
        name="令和8年度"
        rates={named(earlierRates, catalog.philosophies)}
      />
      <Lines
        title="年度ごとの割合"
        head="年度"
        years={years}
        series={[
          { label: '全体', values: [0.61, 0.7, null, 0.76, 0.82] },
          { label: '電話', values: [0.5, 0.55, 0.6, 0.75, 0.8] },
          { label: '対面', values: [0.8, 0.75, 0.9, 0.92, 0.95] },
        ]}
        others={() => '場面ごと'}
      />
    </Frame>
  );
}
