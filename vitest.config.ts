import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the counts. */
const report = process.env.HASTIE_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // most tests wait for processes and disks
    maxWorkers: '100%',
    testTimeout: 20_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
