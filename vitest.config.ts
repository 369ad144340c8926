import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Only for a test that hangs: none may fail because a machine is slow. */
const halfAnHour = 30 * 60_000

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: halfAnHour,
    hookTimeout: halfAnHour,
    // Tests share nothing, and modules hold no state: files of one process may share what they import.
    isolate: false,
    // Tests of commands ask the compiled program, as it is, so that its threads start without a TypeScript loader.
    server: { deps: { external: [/\/dist\//] } },
    // One file a processor, none kept back.
    maxWorkers: availableParallelism(),
  },
})

export default config
