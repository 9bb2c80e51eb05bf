// Test projects: pure tests share one module graph for speed; database tests share one embedded PostgreSQL cluster.
import { defineConfig } from 'vitest/config';

const pure = [
  'kernel/**/*.test.ts',
  'catalogue/**/*.test.ts',
  'vocabularies/**/*.test.ts',
  'modules/**/model/**/*.test.ts',
  'modules/**/*.pure.test.ts',
  'platform/**/*.pure.test.ts',
  'checks/**/*.test.ts',
  'testing/**/*.pure.test.ts',
  'ui/**/*.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './testing/closing-line.ts'],
    projects: [
      { test: { name: 'pure', sequence: { groupOrder: 0 }, include: pure, pool: 'threads', isolate: false, testTimeout: 20_000 } },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 1 },
          include: ['modules/**/*.test.ts', 'platform/**/*.test.ts', 'apps/**/*.test.ts', 'testing/**/*.test.ts'],
          exclude: pure,
          pool: 'forks',
          maxWorkers: 2,
          globalSetup: ['testing/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
