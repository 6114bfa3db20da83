import { type KeyWith, t } from '../../locales/t.ts';

/** What the browser calls the cause, and how we word it. */
const causes: Readonly<Record<string, KeyWith<'cause' | 'folder'>>> = {
  NotAllowedError: 'dated.denied',
  NoModificationAllowedError: 'dated.denied',
  NotFoundError: 'dated.gone',
  QuotaExceededError: 'dated.full',
  differs: 'dated.differs',
};

/** Why no copy could be written into the folder, and what to do. */
export const datedFailure = (cause: string, folder: string): string =>
  t(causes[cause] ?? 'dated.unknown', { cause, folder });
