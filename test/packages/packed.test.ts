/** What is packed for others: what is in it, how large it is, and that it works by itself beside the packages that it names. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTwoYears } from '../e2e/shortScenarios.ts'
import { installPacked, type Packed } from './installPacked.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'packed-'))
const app = join(home, 'app')
afterAll(() => rmSync(home, { recursive: true }))

let packed: Packed

function done(command: string, words: readonly string[], cwd: string = app): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(status, `${stdout}\n${stderr}`).toBe(0)
  return stdout
}

beforeAll(() => {
  packed = installPacked(home, app)
  writeTwoYears(app, { two: 'usmca-2025-tariffs' })
})

describe('the package', () => {
  test('holds program, types, data, documentation and examples, and no tests', () => {
    const paths = packed.files.map(({ path }) => path)
    for (const wanted of [
      'dist/cli/main.js',
      'dist/reports/index.js',
      'dist/reports/index.d.ts',
      'dist/scenarios/industry/industry.snapshot',
      'scenarios/data/plants.csv',
      'scenarios/library/base.yaml',
      'docs/scenarios.md',
      'examples/one-question.ts',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY.md',
    ]) {
      expect(paths).toContain(wanted)
    }
    expect(paths.filter((path) => /(^|\/)test\/|\.test\./.test(path))).toEqual([])
  })

  test('is smaller than three megabytes', () => {
    expect(packed.size).toBeLessThan(3_000_000)
  })

  test('is as those who install it expect: no remark of publint, and types that are found by every door', async () => {
    const tarball = new Uint8Array(readFileSync(join(home, packed.filename)))
    const { messages } = await publint({ pack: { tarball: tarball.buffer } })
    expect(messages).toEqual([])
    const found = await checkPackage(createPackageFromTarballData(tarball))
    // Node reads doors since version 12, and its `require` takes modules from the lowest version that this package allows: see below.
    const problems = (found.types === false ? [] : found.problems).filter(
      (problem) =>
        problem.kind !== 'CJSResolvesToESM' && !('resolutionKind' in problem && problem.resolutionKind === 'node10'),
    )
    expect([found.types, problems]).toEqual([{ kind: 'included' }, []])
  })

  test('runs as a command', () => {
    const main = join(app, 'node_modules', 'plantshift', 'dist', 'cli', 'main.js')
    const words = [main, 'run', 'two.yaml', '--replicates', '2', '--workers', '1', '--quiet']
    expect(done(process.execPath, words)).toMatch(/^Two years, against: Nothing changes\./)
  })

  test('writes the explorer as one file, the same as that which is tried in browsers', () => {
    const main = join(app, 'node_modules', 'plantshift', 'dist', 'cli', 'main.js')
    done(process.execPath, [main, 'explore', '--file', 'explorer.html'])
    const tried = join(root, 'dist', 'reports', 'explorer', 'built', 'explorer.html')
    expect(readFileSync(join(app, 'explorer.html')).equals(readFileSync(tried))).toBe(true)
  })

  test.each([
    ['ask.mjs', "import { run } from 'plantshift'\n"],
    ['ask.cjs', "const { run } = require('plantshift')\n"],
  ])('answers a program as a module and as CommonJS: %s', (file, load) => {
    const ask =
      "run('two.yaml', { replicates: 2, workers: 1 }).then(({ report }) => console.log(report.goodReplicates))\n"
    writeFileSync(join(app, file), load + ask)
    expect(done(process.execPath, [file])).toBe('2\n')
  })

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('has types that compile where there are none of Node: module %s, resolved as %s', (module, moduleResolution) => {
    writeFileSync(
      join(app, 'ask.mts'),
      [
        "import { run, type StudyOptions } from 'plantshift'",
        "import { outcomeDefinitions } from 'plantshift/engine'",
        "import { loadIndustry, sweepJsonSchema } from 'plantshift/scenarios'",
        'const options: StudyOptions = { replicates: 2 }',
        "export const good: Promise<number> = run('two.yaml', options).then(({ report }) => report.goodReplicates)",
        'export const count: number = loadIndustry().industry.plants.length + outcomeDefinitions.length',
        'export const schema: Readonly<Record<string, unknown>> = sweepJsonSchema()',
        '// @ts-expect-error there is no such option',
        "export const wrong: unknown = run('two.yaml', { replicate: 2 })",
      ].join('\n'),
    )
    const options = {
      module,
      moduleResolution,
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
      target: 'es2022',
    }
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['ask.mts'] }))
    done(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'])
  })
})
