import { expect, test } from 'vitest';
import { carryOver } from '../../../core/sheet/model/carry-over.ts';

test('sections and slots stay, policies and targets are set anew', () => {
  const last = {
    fiscalYear: 2025,
    ward: '多摩区',
    policies: ['聞く', '待たせない', null],
    sections: [
      {
        division: null,
        section: '危機管理担当',
        targets: [{ no: 1, target: '備えを伝えます。', result: '伝えました。' }],
      },
      { division: '区民サービス部', section: '区民課', targets: [] },
    ],
  };
  expect(carryOver(last, 2026)).toEqual({
    fiscalYear: 2026,
    ward: '多摩区',
    policies: [null, null, null],
    sections: [
      { division: null, section: '危機管理担当', targets: [] },
      { division: '区民サービス部', section: '区民課', targets: [] },
    ],
  });
});
