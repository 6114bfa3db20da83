import { defineConfig } from 'vitest/config';

/** No test is about speed: what takes longer on a slower machine may take it. */
const patient = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 90_000 } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...patient, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          ...patient,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/clear-away.ts',
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});
