// Run as a process of its own, whose memory and first steps are those of one task alone:
// `sheet-child.ts <task> <file>`; what to write stands in `<file>.json`, a filling an item.
import { readFileSync } from 'node:fs';
import { argv, platform, resourceUsage, stdout } from 'node:process';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { openWorkbook } from '../../core/xlsx/read/workbook.ts';
import type { WritePlan } from '../../core/xlsx/write-plan.ts';
import { ours, peerFill, peerNames } from './sheet-task.ts';

const [, , task = '', file = ''] = argv;
const bytes = new Uint8Array(readFileSync(file));
const peer = peerNames.find((name) => name === task);
const fill = peer && (await peerFill(peer));
const todo = task === 'open' ? [] : JSON.parse(readFileSync(`${file}.json`, 'utf8'));

const begin = performance.now();
let answer = '';
if (task === 'open') {
  const opened = openWorkbook(bytes);
  answer = opened.ok ? 'opened' : (opened.problems[0]?.code ?? '');
} else if (fill) {
  for (const plans of todo as readonly WritePlan[][]) {
    for (const plan of plans) await fill(bytes, plan);
  }
} else {
  for (const sheet of todo as readonly Sheet[]) ours(bytes, sheet);
}
const ms = performance.now() - begin;
stdout.write(JSON.stringify({ answer, ms, peak: peak() * 1024 }));

/** The most memory this process had, in kB. `maxRSS` alone counts what the process that started it had at that moment. */
function peak(): number {
  if (platform !== 'linux') return resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
