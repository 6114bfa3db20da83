import { expect, test } from 'vitest';
import { openWorksheet } from '../../../office-addin/taskpane/open-worksheet.ts';
import { drawn } from '../sheet/grids.ts';

test('of a worksheet for each 年度 the one in front is meant', () => {
  const picture = '部署名 | 目標 | 結果\n区民課 | |';
  const grids = ['R8', 'R7'].map((name) => drawn(picture, { name }));
  for (const current of grids) {
    const found = openWorksheet(current, grids, [], {});
    expect(found.kind).toBe('sure');
    expect('places' in found && [...found.places.views.keys()]).toEqual([current.name]);
  }
});
