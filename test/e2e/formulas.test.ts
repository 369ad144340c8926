/** Formulas from the file to the report: derived outcomes in every command that takes outcomes, and conditions. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as Library from '../../reports/index.ts'
import { freshFolder, plantshift, writeTwoYears } from './plantshift.ts'

const { run } = (await import(new URL('../../dist/reports/index.js', import.meta.url).href)) as typeof Library

const folder = freshFolder()
const at = (...names: string[]): string => join(folder.path, ...names)
const ask = (...words: string[]): ReturnType<typeof plantshift> => plantshift(folder.path, ...words)

async function done(...words: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const { code, stdout, stderr } = await ask(...words)
  expect(code, stderr).toBe(0)
  return { stdout, stderr }
}

const scenario = `title: Formulas
question: What do formulas say?
extends: short.yaml
derived:
  jobsPerBillion:
    { formula: assemblyJobs.US / vehicleDuties.US * 1000, unit: jobs per billion USD, good: up, title: Jobs by duty }
  perMove: 1000 / linesOut.MX
  hard: { formula: output.MX < 2.7e6 and jobsPerBillion > 0, good: down }
outcomes: [jobsPerBillion, output.US]
`
const sweepFile = `title: Levels
question: What does the level do?
scenario: mine.yaml
baseline: base.yaml
levers:
  pass: { parameter: metalsPassThrough, values: [0.6, 0.75, 0.9, 1.05] }
derived:
  share: { formula: output.US / (output.US + output.CA + output.MX), unit: share, good: up }
  jobsEach: jobsPerBillion / output.US
outcomes: [priceIndex.US]
`

beforeAll(async () => {
  writeTwoYears(folder.path, { base: 'base', short: 'usmca-2025-tariffs' })
  writeFileSync(at('mine.yaml'), scenario)
  writeFileSync(at('levels.yaml'), sweepFile)
  await done('run', 'mine.yaml', '--baseline', 'base.yaml', '--replicates', '24', '--seed', '5')
  await done('sweep', 'levels.yaml', '--replicates', '24', '--seed', '5')
})
afterAll(folder.remove)

type Row = Readonly<Record<string, string>>
const rowsOf = (...names: string[]): readonly Row[] => parse(readFileSync(at(...names), 'utf8'), { columns: true })

/** Rows of replicates of a result. */
async function replicates(name: string): Promise<readonly Row[]> {
  await done('export', name, '--to', `${name.replace('/', '-')}.csv`, '--force')
  return rowsOf(`${name.replace('/', '-')}.csv`)
}

describe('derived outcomes of a run', () => {
  test('are in every replicate what the formula makes of the others', async () => {
    const rows = await replicates('out/mine')
    expect(rows.length).toBeGreaterThan(100)
    for (const row of rows) {
      const figure = (name: string): number => Number(row[name])
      const jobs = (figure('assemblyJobs.US') / figure('vehicleDuties.US')) * 1000
      expect(figure('jobsPerBillion')).toBe(jobs)
      expect(figure('hard')).toBe(Number(figure('output.MX') < 2.7e6 && jobs > 0))
      if (figure('linesOut.MX') > 0) expect(figure('perMove')).toBe(1000 / figure('linesOut.MX'))
      else expect(Number.isFinite(Number.parseFloat(row['perMove'] ?? ''))).toBe(false)
    }
  })

  test('are summed up and compared like others, with unit and direction', () => {
    const of = (file: string): Row | undefined =>
      rowsOf('out', 'mine', file).find((row) => row['outcome'] === 'jobsPerBillion' && row['year'] === '2026')
    expect(of('summary.csv')).toMatchObject({ unit: 'jobs per billion USD' })
    expect(of('compare.csv')).toBeDefined()
    expect(readFileSync(at('out', 'mine', 'report.html'), 'utf8')).toContain('Jobs by duty')
  })

  test('that are not finite in some replicates leave these out, and the report says how many', async () => {
    const lacking = (await replicates('out/mine')).filter(
      (row) => row['scenario'] === 'base' && row['year'] === '2026' && row['linesOut.MX'] === '0',
    ).length
    expect(lacking).toBe(24)
    const { caveats } = JSON.parse(readFileSync(at('out', 'mine', 'report.json'), 'utf8'))
    expect(caveats.join('\n')).toMatch(
      /perMove is no finite number in 24 of 24 replicates of base in 2024, the worst year/,
    )
    const kept = rowsOf('out', 'mine', 'summary.csv').find(
      ({ scenario: name, outcome, year, statistic }) =>
        name === 'mine' && outcome === 'perMove' && year === '2026' && statistic === 'mean',
    )
    expect(Number(kept?.['n']) + Number(kept?.['failed'])).toBe(24)
    expect(Number(kept?.['value'])).toBeGreaterThan(0)
  })

  test('stand in the plan, and are verified, taken up again and told again', async () => {
    const { derived, outcomes } = JSON.parse(readFileSync(at('out', 'mine', 'plan.json'), 'utf8'))
    expect(derived.map(({ id }: { readonly id: string }) => id)).toEqual(['jobsPerBillion', 'perMove', 'hard'])
    expect(outcomes.slice(-3)).toEqual(['jobsPerBillion', 'perMove', 'hard'])
    expect((await done('verify', 'out/mine')).stdout).toMatch(/all the same to the bit/)
    await done('report', 'out/mine', '--target', 'jobsPerBillion >= 5000')
    expect((await ask('report', 'out/mine', '--target', 'jobsPerBilion >= 5000')).stderr).toMatch(
      /did you mean jobsPerBillion\?/,
    )
  })

  test('are the same from the library, on any number of threads', async () => {
    const options = { replicates: 24, seed: 5, baseline: at('base.yaml'), workers: 2 }
    const study = await run(at('mine.yaml'), options)
    const column = study.column({ scenario: 'mine', outcome: 'jobsPerBillion', year: 2026 })
    const stored = (await replicates('out/mine')).filter((row) => row['scenario'] === 'mine' && row['year'] === '2026')
    expect([...column]).toEqual(stored.map((row) => Number(row['jobsPerBillion'])))
  })

  test('of the same name and another formula cannot be compared', async () => {
    writeFileSync(at('other.yaml'), 'title: Other\nextends: short.yaml\nderived: { perMove: linesOut.MX }\n')
    const { code, stderr } = await ask('compare', 'mine.yaml', 'other.yaml', '--replicates', '2')
    expect(code).toBe(2)
    expect(stderr).toMatch(/mine and other derive perMove in two ways; give one of them another name/)
  })
})

describe('derived outcomes of a sweep', () => {
  test('keep what they are made of, and may use those of its scenario', async () => {
    const [row] = await replicates('out/levels')
    const figure = (name: string): number => Number(row[name])
    const all = figure('output.US') + figure('output.CA') + figure('output.MX')
    expect(figure('share')).toBe(figure('output.US') / all)
    expect(figure('jobsEach')).toBe(figure('jobsPerBillion') / figure('output.US'))
    expect(Object.keys(row)).not.toContain('welfare.US')
  })

  test('can be what a lever is best for', async () => {
    const { stdout } = await done('optimise', 'out/levels', '--outcome', 'share', '--json')
    expect(JSON.parse(stdout)['outcome']).toBe('share')
  })

  test('with a wrong formula are refused with their place', async () => {
    writeFileSync(at('wrong.yaml'), sweepFile.replace('output.CA', 'output.CD').replace('[priceIndex.US]', '[shar]'))
    const { code, stderr } = await ask('validate', 'wrong.yaml')
    expect(code).toBe(65)
    expect(stderr + (await ask('validate', 'wrong.yaml')).stdout).toMatch(
      /wrong\.yaml:11:12: outcomes?\S*.*unknown outcome: shar; did you mean share\?|unknown outcome: shar/,
    )
    writeFileSync(at('wrong.yaml'), sweepFile.replace('output.CA', 'output.CD'))
    expect((await ask('validate', 'wrong.yaml')).stdout).toMatch(
      /wrong\.yaml:8:21: derived\.share\.formula: sign 26 of the formula: unknown outcome: output\.CD; did you mean output\.CA\?/,
    )
  })
})

/** Signs between which something is missing. */
const gaps = /.{0,40}(?:, ?,|\(\)|\( |, ?\)|: ,|, ?\n|, ?$).{0,40}/
const gapIn = (text: string): string | undefined => gaps.exec(text.replace(/,\n\s*(?=\S)/g, ', '))?.[0]
const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<\/(?:p|td|th|li|caption|figcaption|text|h\d)>/g, '\n')
    .replace(/<[^>]*>/g, '')

describe('what has no place and no unit', () => {
  test.each([
    ['report', 'out/levels'],
    ['optimise', 'out/levels', '--outcome', 'jobsEach'],
    ['optimise', 'out/levels', '--outcome', 'jobsEach:least', '--outcome', 'share'],
    ['discover', 'out/levels', '--outcome', 'jobsEach', '--below', '0.0015'],
    ['report', 'out/mine', '--target', 'hard>=0.5'],
    ['compare', 'mine.yaml', 'short.yaml', '--baseline', 'base.yaml', '--replicates', '16', '--out', 'out/compared'],
    [
      'sensitivity',
      'mine.yaml',
      '--method',
      'pawn',
      '--replicates',
      '64',
      '--outcome',
      'perMove@2026',
      '--out',
      'out/mine',
    ],
  ])('leaves no gap where it would stand: %s %s %s %s', async (...words) => {
    expect(gapIn((await done(...words)).stdout)).toBeUndefined()
  })

  test('nor in a report', () => {
    for (const name of ['mine', 'levels', 'compared']) {
      expect(gapIn(wordsOf(readFileSync(at('out', name, 'report.html'), 'utf8')))).toBeUndefined()
      expect(gapIn(readFileSync(at('out', name, 'brief.md'), 'utf8'))).toBeUndefined()
    }
  })
})

describe('questions take derived outcomes and conditions:', () => {
  test('discover', async () => {
    const { stdout } = await done(
      'discover',
      'out/levels',
      '--when',
      'change(output.MX) < -1.2e6 and share > 0.6',
      '--json',
    )
    const found = JSON.parse(stdout)
    expect(found['when']).toBe('change(output.MX) < -1.2e6 and share > 0.6')
    expect(found['reproduce']).toMatch(/--when 'change\(output\.MX\) < -1\.2e6 and share > 0\.6' --year 2026$/)
    const rows = (await replicates('out/mine')).filter(({ year }) => year === '2026')
    const of = (name: string): readonly number[] =>
      rows.filter((row) => row['scenario'] === name).map((row) => Number(row['output.MX']))
    const before = of('base')
    const fails = of('mine').filter((output, d) => output - before[d] < -1.2e6).length
    const words = ['discover', 'out/mine', '--when', 'change(output.MX) < -1.2e6']
    expect((await done(...words)).stdout).toContain(`mine fails in ${fails} of 24 replicates`)
    await done('discover', 'out/mine', '--outcome', 'jobsPerBillion', '--below', '17000')
  })

  test('optimise', async () => {
    const { stdout } = await done('optimise', 'out/levels', '--when', 'output.US > 11.2e6', '--json')
    expect(JSON.parse(stdout)['reproduce']).toMatch(/--lever pass --when 'output\.US > 11\.2e6' --year 2026$/)
    const rows = (await replicates('out/levels')).filter((row) => row['year'] === '2026' && row['pass'] === '0.6')
    const points = rows.filter(({ scenario: name }) => !name.startsWith('base'))
    const share = points.filter((row) => Number(row['output.US']) > 11.2e6).length / points.length
    expect(Number(rowsOf('out', 'levels', 'optimum.csv')[0]['mean'])).toBeCloseTo(share, 2)
  })

  test('sensitivity', async () => {
    const words = ['sensitivity', 'mine.yaml', '--method', 'pawn', '--replicates', '64', '--json']
    const one = JSON.parse((await done(...words, '--outcome', 'jobsPerBillion')).stdout)
    expect(one['reproduce']).toMatch(/--outcome jobsPerBillion@2026/)
    const other = JSON.parse((await done(...words, '--when', 'output.MX < 2.7e6', '--year', '2025')).stdout)
    expect(other['reproduce']).toMatch(/--when 'output\.MX < 2\.7e6' --year 2025/)
  })

  test.each([
    [['discover', 'out/mine', '--when', 'output.MX'], /is a number and no condition; compare it/],
    [
      ['discover', 'out/mine', '--when', 'outptu.MX < 3'],
      /--when: sign 1 of "outptu\.MX < 3": unknown outcome: outptu\.MX; did you mean output\.MX\?/,
    ],
    [['discover', 'out/mine', '--when', 'output.MX < 3', '--below', '2'], /one of them/],
    [['discover', 'out/mine', '--when', 'output.MX < 3', '--difference'], /in --when write change\(output\.MX\)/],
    [['discover', 'out/levels', '--when', 'welfare.US < 3'], /unknown outcome: welfare\.US/],
    [['discover', 'out/mine', '--when', 'output.MX < 3', '--outcome', 'output.MX'], /stands in place of --outcome/],
    [['discover', 'out/mine', '--outcome', 'jobsPerBilion', '--below', '2'], /did you mean jobsPerBillion\?/],
    [['optimise', 'out/levels', '--outcome', 'shares'], /did you mean share\?/],
    [['sensitivity', 'mine.yaml', '--outcome', 'jobsPerBilion'], /did you mean jobsPerBillion\?/],
    [['sensitivity', 'mine.yaml', '--when', 'change(output.MX) < 3'], /has change\(\), which needs a baseline/],
    [
      ['sensitivity', 'mine.yaml'],
      /say which outcome to look at, as in --outcome output\.MX, or a condition by --when/,
    ],
    [['sensitivity', 'mine.yaml', '--outcome', 'output.MX', '--year', '2025'], /write --outcome output\.MX@2025/],
  ])('%j is refused', async (words, message) => {
    const { code, stderr } = await ask(...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('precision', () => {
  test('may be asked of a derived outcome', async () => {
    const until = 'design: { until: [{ outcome: jobsPerBillion, halfWidth: 4000 }], min: 8, max: 40, batch: 8 }'
    writeFileSync(at('until.yaml'), `title: Until\nextends: mine.yaml\n${until}\n`)
    await done('run', 'until.yaml', '--baseline', 'base.yaml', '--seed', '5')
    const { precision } = JSON.parse(readFileSync(at('out', 'until', 'manifest.json'), 'utf8'))
    expect(precision).toBe('reached')
  })
})

describe('mathjs', () => {
  const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
  const hook = `data:text/javascript,${encodeURIComponent(`
    import { createRequire } from 'node:module'
    const { cache } = createRequire(${JSON.stringify(program)})
    process.on('exit', () => process.stderr.write('loaded ' + Object.keys(cache).filter((file) => file.includes('mathjs')).length))
  `)}`

  /** How many of its files a command has loaded. */
  function loaded(...words: string[]): number {
    const { stderr } = spawnSync(process.execPath, ['--import', hook, program, ...words], {
      cwd: folder.path,
      encoding: 'utf8',
    })
    return Number(/loaded (\d+)$/.exec(stderr)?.[1])
  }

  test('is loaded where a formula stands', () => {
    expect(loaded('validate', 'mine.yaml')).toBeGreaterThan(100)
  })

  test.each([
    ['--help'],
    ['run --help'],
    ['validate base.yaml'],
    ['run short.yaml --replicates 2 --force --out out/plain'],
    ['status out/plain'],
    ['verify out/plain'],
    ['report out/plain --quiet'],
    ['discover out/plain --outcome output.US --below 0'],
    ['sensitivity short.yaml --outcome output.US --method pawn --replicates 64'],
    ['doctor'],
  ])('is not loaded by %s', (line) => {
    expect(loaded(...line.split(' '))).toBe(0)
  })

  // The page's own script for scenario files holds the package; no command loads it.
  test('is imported by no file of the program as it starts', () => {
    const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
    const files = readdirSync(dist, { recursive: true }).filter(
      (name): name is string => String(name).endsWith('.js') && !String(name).includes(join('reports', 'explorer')),
    )
    const importing = files.filter((name) =>
      /(from|import)\s*\(?\s*['"]mathjs/.test(readFileSync(join(dist, name), 'utf8')),
    )
    expect(importing).toEqual([])
  })
})
