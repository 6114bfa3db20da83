import { cpus, totalmem } from 'node:os';
import { isMet, type Target } from './targets.ts';

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** The figures to reach, each with whether it is reached. */
export const targetTable = (targets: readonly Target[]): string =>
  table(['', 'ours', 'against', 'ratio', 'target', ''], targets.map(targetRow));

function targetRow(target: Target): string[] {
  const { figure, unit, value, peer, limit } = target;
  const amount = (number: number) =>
    `${number.toFixed(unit === 'ms' && number >= 20 ? 0 : 1)} ${unit}`;
  return [
    figure,
    amount(value),
    peer ? `${peer.title}: ${amount(peer.value)}` : '',
    peer ? (value / peer.value).toFixed(2) : '',
    peer ? `≤ ${limit} ×` : `≤ ${limit} ${unit}`,
    isMet(target) ? 'met' : '**missed**',
  ];
}

export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
