import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** No test is about speed: what takes longer on a slower machine may take it. */
const patient = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 90_000 } },
};

const longest = ['result', 'answering', 'whole-review', 'options', 'hurt-store', 'background'].map(
  (name) => `/browser/${name}.test.ts`,
);

/** The longest files first, so that no worker is left alone with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      longest.some((end) => moduleId.endsWith(end));
    return [...files.filter(isLong), ...files.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // Of one browser's tests alone, some files have none.
    passWithNoTests: process.env.FURIKAERI_BROWSER !== undefined,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...patient,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          setupFiles: 'test/unit/seed.ts',
          // What is tested here keeps nothing: loaded once for all files, it takes half the time.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...patient,
          name: 'excel',
          include: ['test/excel/**/*.test.ts'],
          maxWorkers: 2,
          // Two browsers on a machine that others use too: the reporter names who needed another try.
          retry: 2,
        },
      },
      {
        test: {
          ...patient,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/clear-away.ts',
          fileParallelism: true,
          maxWorkers: 2,
          // As above.
          retry: 2,
        },
      },
      { test: { ...patient, name: 'office', include: ['test/office/**/*.test.ts'] } },
    ],
  },
});
