import { describe, expect, test } from 'vitest';
import ja from '../../../locales/ja.json' with { type: 'json' };
import { hostErrorKey, hostErrorOf } from '../../../office-addin/excel/host-error.ts';
import { excelErrorCodes } from '../../excel/host/errors.ts';

/** Those whose own words say no more. */
const unexpected: readonly string[] = ['GeneralException', 'Client Error'];

describe('every error of Excel has one plain message', () => {
  test.each(excelErrorCodes)('%s', (code) => {
    const error = hostErrorOf(Object.assign(new Error(), { code }));
    expect(error.code).toBe(code);
    // Nothing that Excel has a word for is told as unexpected.
    expect(error.cause === 'general').toBe(unexpected.includes(code));
    const words = ja[hostErrorKey(error)];
    expect(words).toMatch(/。$/);
    expect(words).not.toContain(code);
  });

  test('a code that is new to us is told as unexpected', () => {
    expect(hostErrorOf({ code: 'BrandNew' })).toEqual({ cause: 'general', code: 'BrandNew' });
  });

  test('an error that is not Excel’s is thrown on', () => {
    const own = new TypeError('ours');
    expect(() => hostErrorOf(own)).toThrow(own);
  });
});
