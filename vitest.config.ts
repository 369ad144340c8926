import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('.', import.meta.url))

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

/**
 * Tests run the compiled files, which are what others get, and at their own speed: the test runner reaches each import of a
 * source by a function, which makes the model several times slower. In watch mode, sources, which nothing compiles meanwhile.
 */
const compiled: NonNullable<ViteUserConfig['plugins']>[number] = {
  name: 'compiled files',
  enforce: 'pre',
  resolveId(source: string, importer: string | undefined) {
    if (importer === undefined || !source.startsWith('.') || !source.endsWith('.ts')) return undefined
    const path = relative(root, resolve(dirname(importer), source))
    if (!/^(?:engine|scenarios|studies|reports|cli)\//.test(path)) return undefined
    const file = join(root, 'dist', path.replace(/\.ts$/, '.js'))
    return existsSync(file) ? file : undefined
  },
}

const config: ViteUserConfig = defineConfig({
  plugins: process.argv.includes('run') ? [compiled] : [],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: halfAnHour,
    hookTimeout: halfAnHour,
    // Tests share nothing, and modules hold no state: files of one process may share what they import.
    isolate: false,
    // Compiled files are imported as they are, also by threads, which start without a TypeScript loader.
    server: { deps: { external: [/\/dist\//] } },
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
  },
})

export default config
