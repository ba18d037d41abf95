import { defineConfig } from 'vitest/config'
import LongestFirst from './test/longestFirst.ts'
import { aliases } from './vite.aliases.ts'

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    // The renderer's component tests name their own environment; everything else runs in plain Node.
    environment: 'node',
    sequence: { shuffle: true, sequencer: LongestFirst },
    // vitest leaves one processor to others, and on a machine of two that is half of them.
    maxWorkers: '100%',
    // A worker loads each module once, not once a file: a third of the time of the short tests. No test may leave a
    // module changed; as files come in any order, one that does is found out.
    isolate: false,
    // A second, as vitest has it, is a matter of luck on a busy machine; nothing waits for it when all is well.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        // How fast anything is, is not tested here: a busy machine takes many times as long.
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
