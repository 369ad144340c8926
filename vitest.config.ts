import { availableParallelism } from 'node:os'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Only for a test that hangs: none may fail because a machine is slow. */
const halfAnHour = 30 * 60_000

/** Files that take longest, whatever their size: if one came last, it would run alone. */
const long = [/test\/engines\//, /test\/(?:e2e|browser)\//, /test\/scenarios\/levers\//, /test\/packages\//]

/** Long files first, and among each kind larger ones, or where it is known from an earlier run those that took longer. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is the sequencer's own
    const usual = await super.sort(files)
    const kinds = [...long, /./]
    const kindOf = ({ moduleId }: TestSpecification): number => kinds.findIndex((kind) => kind.test(moduleId))
    return usual.toSorted((one, other) => kindOf(one) - kindOf(other))
  }
}

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
    // One file more than there are processors: tests of engines and browsers wait for others' work more than they compute.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
  },
})

export default config
