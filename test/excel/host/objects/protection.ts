import { HostError } from '../errors.ts';
import { allowances, type Sheet } from '../workbook.ts';
import { type HostObject, none } from './object.ts';

/** `worksheet.protection` */
export function protectionObject(sheet: Sheet): HostObject {
  return {
    kind: 'WorksheetProtection',
    identity: none,
    get Protected() {
      return sheet.protection !== null;
    },
    get Options() {
      const { protection } = sheet;
      if (!protection) return null;
      return Object.fromEntries(allowances.map((name) => [name, protection.allowed.has(name)]));
    },
    Protect: (options: Readonly<Record<string, unknown>> | null = null, password = '') => {
      if (sheet.protection) throw new HostError('AccessDenied');
      const allowed = new Set(allowances.filter((name) => options?.[name] === true));
      sheet.protection = { allowed, password };
    },
    Unprotect: (password = '') => {
      if (sheet.protection && sheet.protection.password !== password) {
        throw new HostError('AccessDenied');
      }
      sheet.protection = null;
    },
  };
}
