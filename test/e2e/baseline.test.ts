/** What a run or comparison is against, as its reader is told. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const ask = async (line: string): Promise<Awaited<ReturnType<typeof plantshift>>> =>
  await plantshift(folder.path, ...line.split(' '))
const read = (...path: string[]): string => readFileSync(join(folder.path, ...path), 'utf8')

interface Row {
  readonly outcome: string
  readonly year: number
  readonly paired: { readonly relative: number }
}

describe('run parity-15', () => {
  test('compares with the path that it changes: US output falls a little, and does not rise by a sixth', async () => {
    const { code, stdout, stderr } = await ask('run parity-15 --replicates 40 --json')
    expect(code, stderr).toBe(0)
    const { comparisons } = JSON.parse(stdout) as { readonly comparisons: readonly Row[] }
    const change = comparisons.find(({ outcome, year }) => outcome === 'output.US' && year === 2036)?.paired.relative
    expect(change).toBeLessThan(-0.003)
    expect(change).toBeGreaterThan(-0.015)
  })

  test('says against what in the first line of terminal, brief and report', async () => {
    const against =
      '15% for Mexico and Canada, as for Japan, against: The actual path of 2025 and 2026, kept from there on.'
    const { stdout } = await ask('report out/parity-15')
    expect(stdout.replaceAll('\n', ' ').slice(0, against.length)).toBe(against)
    expect(read('out', 'parity-15', 'brief.md').split('\n')[2]).toBe(against)
    for (const page of ['brief.html', 'report.html']) {
      expect(read('out', 'parity-15', page)).toContain(`</h1><p class="against">${against}</p>`)
    }
    expect(JSON.parse(read('out', 'parity-15', 'manifest.json'))).toMatchObject({ baseline: 'path-2026' })
  })

  test('compares with base where that is asked for, and lists what is then in the difference', async () => {
    const { code, stderr } = await ask('run parity-15 --baseline base --replicates 2 --out base')
    expect(code, stderr).toBe(0)
    expect(stderr).toMatch(/parity-15 is a change to path-2026 \(“.*”\) and compared with base here/)
    expect(stderr).toMatch(/There is, and not in base: additional US duties section-232 \(25%\)/)
    expect(stderr).not.toMatch(/neighbours-deal/)
  })
})

test('a comparison with another baseline than an option changes lists the measures, there and in the brief', async () => {
  const { code, stderr } = await ask('compare path-2026 parity-15 content-85 --replicates 2 --out compared')
  expect(code, stderr).toBe(0)
  const left =
    /content-85 is a change to base \(“Nothing changes”\) and compared with path-2026 here.*Left out is what path-2026 has: (.*)/
  expect(left.exec(stderr)?.[1]).toMatch(
    /section-232 \(25%\), section-232-content \(25%\); .*counter-surtax.*japan-deal \(15%\)/,
  )
  expect(stderr).not.toMatch(/parity-15 is a change/)
  expect(read('compared', 'brief.md')).toMatch(/content-85 is a change to base/)
  expect(JSON.parse(read('compared', 'plan.json')).notes).toHaveLength(1)
})

const scenario = (more: string): string => `extends: usmca-2025-tariffs\ntitle: t\n${more}\n`

describe('a scenario of another horizon or demand than its baseline', () => {
  writeFileSync(join(folder.path, 'short.yaml'), scenario('horizon: { to: 2027 }'))
  writeFileSync(join(folder.path, 'long.yaml'), scenario('horizon: { to: 2038 }'))
  writeFileSync(join(folder.path, 'ces.yaml'), scenario('demand: ces'))

  test.each([
    ['short', 'the horizon of short (2025 to 2027, not 2025 to 2036)'],
    ['long', 'the horizon of long (2025 to 2038, not 2025 to 2036)'],
    ['ces', 'the demand of ces (ces, not incomeGroups)'],
  ])('%s: the baseline is run with it, and that is said', async (name, taken) => {
    const { code, stdout, stderr } = await ask(`run ${name}.yaml --replicates 2`)
    expect(code, stderr).toBe(0)
    expect(stderr).toContain(`base, the baseline, is run with ${taken}.`)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`base, the baseline, is run with ${taken}.`)
    const resumed = await ask(`resume out/${name} --replicates 3`)
    expect(resumed.code, resumed.stderr).toBe(0)
  })

  test('cannot be compared with one of yet another: refused, and nothing is left behind', async () => {
    const { code, stderr } = await ask('compare base short.yaml usmca-2025-tariffs --replicates 2 --out refused')
    expect(code).toBe(65)
    expect(stderr).toMatch(
      /horizon: short has 2025 to 2027 and usmca-2025-tariffs has 2025 to 2036.*run each by itself/,
    )
    expect(existsSync(join(folder.path, 'refused'))).toBe(false)
  })

  test('is swept against a baseline with it', async () => {
    const sweep = `scenario: short.yaml
levers: { duty: { set: policy.regimes.tariff-25.additionalDuties.tariff-25.rate, values: [0.1, 0.2] } }
`
    writeFileSync(join(folder.path, 'sweep.yaml'), sweep)
    const { code, stderr } = await ask('sweep sweep.yaml --replicates 2')
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('base, the baseline, is run with the horizon of sweep (2025 to 2027, not 2025 to 2036).')
  })
})
