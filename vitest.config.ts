import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    // Tests share nothing, and modules hold no state: files of one process may share what they import.
    isolate: false,
    // Tests of commands wait for processes of their own: one file a processor, none kept back.
    maxWorkers: availableParallelism(),
  },
})

export default config
