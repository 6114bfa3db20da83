import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../browser/programs.ts';
import { paneFills } from '../excel/pane-fills.ts';
import { scenarios } from '../excel/scenarios.ts';
import { convert, pageText } from './libre-office.ts';

// What the pane wrote in Excel, saved and opened by LibreOffice: every text is on the page.

const bare = (text: string) => text.replace(/[\s\0]|[\u{e0100}-\u{e01ef}]/gu, '');

describeWith(['soffice', 'pdftotext'], 'what the pane wrote, on paper', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'furikaeri-pane-'));
    for (const [index, scenario] of scenarios.entries()) {
      writeFileSync(join(folder, `${index}.xlsx`), await paneFills(scenario));
    }
    convert(folder, 'pdf', [...scenarios.keys()].map(String));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(scenarios.map((scenario, index) => ({ ...scenario, index })))(
    '$title',
    ({ index, targets, policies = [] }) => {
      const page = bare(pageText(folder, String(index)));
      const texts = [...targets.flatMap(({ target, result }) => [target, result]), ...policies];
      for (const text of texts) {
        for (const line of (text ?? '').split('\n')) expect(page).toContain(bare(line));
      }
    },
  );
});
