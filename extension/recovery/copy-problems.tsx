import { t } from '../../locales/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemList } from '../app/problem-list.tsx';
import type { Copy } from './load-copies.ts';

/** What is wrong with a person's second copy: to be known before it is restored, or why it can't be. Nothing for a good one. */
export function CopyProblems({ backup, problems }: Copy) {
  return problems.length > 0 ? (
    <Notice kind="warning" heading={t(backup ? 'restore.warning' : 'copy.notShown')}>
      <ProblemList problems={problems} />
    </Notice>
  ) : null;
}
