// Run as a process of its own, whose memory and first steps are those of one task alone: `sheet-child.ts <task> <file> <count>`.
import { readFileSync } from 'node:fs';
import { argv, platform, resourceUsage, stdout } from 'node:process';
import { openWorkbook } from '../../core/xlsx/workbook.ts';
import { ours, peerFill, peerNames, plansFor } from './sheet-task.ts';

const [, , task = '', file = '', count = '1'] = argv;
const bytes = new Uint8Array(readFileSync(file));
const peer = peerNames.find((name) => name === task);
const fill = peer && (await peerFill(peer));

const begin = performance.now();
let answer = '';
if (task === 'open') {
  const opened = openWorkbook(bytes);
  answer = opened.ok ? 'opened' : (opened.problems[0]?.code ?? '');
} else {
  for (let seed = 1; seed <= Number(count); seed++) {
    if (!fill) ours(bytes, seed);
    else for (const plan of plansFor(bytes, seed)) await fill(bytes, plan);
  }
}
const ms = performance.now() - begin;
stdout.write(JSON.stringify({ answer, ms, peak: peak() * 1024 }));

/** The most memory this process had, in kB. `maxRSS` alone counts what the process that started it had at that moment. */
function peak(): number {
  if (platform !== 'linux') return resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
