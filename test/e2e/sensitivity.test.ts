import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift, type Ended } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

async function sensitivity(line: string): Promise<Ended> {
  return plantshift(folder.path, 'sensitivity', ...line.split(' '))
}

const question = 'usmca-2025-tariffs --outcome output.MX@2030 --against base --replicates 34 --quiet'

describe('plantshift sensitivity', () => {
  test('prints indices of groups and of chance, and the line that computes them again on any number of threads', async () => {
    const { code, stdout, stderr } = await sensitivity(question)
    expect(code, stderr).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^Vehicles built, MX \(vehicles\), 2030, usmca-2025-tariffs less base: what it hangs\s+on$/m)
    expect(stdout).toMatch(/^plant efficiency +-?\d+/m)
    expect(stdout).toMatch(/^chance +-?\d+/m)
    const again = stdout.match(/The same numbers again: .* sensitivity (.*)$/m)
    const repeated = await sensitivity(`${again![1]} --quiet --workers 1`)
    expect(repeated.stdout).toBe(stdout)
  })

  test('says what pairs of factors do together, where it is asked', async () => {
    const { code, stdout, stderr } = await sensitivity(`${question.replace('34', '64')} --pairs --out pairs`)
    expect(code, stderr).toBe(0)
    expect(stdout.replaceAll(/\n\s*/g, ' ')).toMatch(
      /Of \d+ pairs (none|\d+) can be told from (one that does nothing together|none)/,
    )
    expect(stdout).toMatch(/--factors groups --pairs --replicates 64/)
    const rows = readFileSync(join(folder.path, 'pairs', 'sensitivity.csv'), 'utf8').split('\n')
    expect(rows.some((row) => row.startsWith('demand x chance,second,'))).toBe(true)
    const { part } = JSON.parse(readFileSync(join(folder.path, 'pairs', 'sensitivity.json'), 'utf8'))
    const indices: readonly number[] = part.pairs.map(({ index }: { index: number }) => index)
    expect(indices).toEqual(indices.toSorted((one, other) => other - one))
  })

  test('gives the whole finding as JSON, and in a folder where one is asked for', async () => {
    const { code, stdout } = await sensitivity(`${question} --method morris --json --out found`)
    expect(code).toBe(0)
    expect(readFileSync(join(folder.path, 'found', 'sensitivity.json'), 'utf8')).toBe(stdout)
    const rows = readFileSync(join(folder.path, 'found', 'sensitivity.csv'), 'utf8').split('\n')
    expect(rows[0]).toBe('factor,statistic,value,low,high,standardError')
    const study: unknown = JSON.parse(stdout)
    expect(study).toMatchObject({ scenario: 'usmca-2025-tariffs', against: 'base', year: 2030 })
    expect(study).toHaveProperty('finding.morris.factors.0.muStar')
    expect(study).toHaveProperty('part.method', 'Morris mu*')
  })

  test('finds of each of several outcomes, from the same runs, what it finds of it alone', async () => {
    const more = question.replace(' --against', ' --outcome priceIndex.US@2027 --against')
    const { code, stdout, stderr } = await sensitivity(`${more} --method morris --json --out both`)
    expect(code, stderr).toBe(0)
    const { studies, part, moreParts } = JSON.parse(stdout)
    const alone = JSON.parse(readFileSync(join(folder.path, 'found', 'sensitivity.json'), 'utf8'))
    expect(studies.map((study: typeof alone) => [study.outcome.id, study.year])).toEqual([
      ['output.MX', 2030],
      ['priceIndex.US', 2027],
    ])
    expect(studies[0].finding).toEqual(alone.finding)
    expect(studies[1].finding).not.toEqual(alone.finding)
    expect([part.outcome, moreParts[0].outcome]).toEqual([alone.part.outcome, expect.stringMatching(/price/i)])
    const [header, ...rows] = readFileSync(join(folder.path, 'both', 'sensitivity.csv'), 'utf8')
      .trim()
      .split('\n')
    expect(header).toBe('outcome,year,factor,statistic,value,low,high,standardError')
    const ofAlone = readFileSync(join(folder.path, 'found', 'sensitivity.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    expect(rows.slice(0, ofAlone.length)).toEqual(ofAlone.map((row) => `output.MX,2030,${row}`))
    expect(rows).toHaveLength(2 * ofAlone.length)
    expect(studies[1].reproduce).toMatch(/--outcome output.MX@2030 --outcome priceIndex.US@2027/)
  })

  test.each([
    ['base --outcome output.MX --outcome output.MX@2036', /--outcome: output\.MX@2036 is given twice/],
    ['base', /--outcome: say which outcome/],
    ['base --outcome outpt.MX', /--outcome: unknown: outpt\.MX; did you mean output\.MX\?/],
    ['base --outcome output.MX@2050', /its years go from 2024 to/],
    ['base --outcome output.MX --against base', /--against: base is the scenario itself/],
    [
      'base --outcome output.MX --method morris --pairs',
      /--pairs: second indices are of the method sobol; given: morris/,
    ],
    ['base --outcome output.MX --method sobl', /--method: unknown: sobl; did you mean sobol\?/],
    ['base --outcome output.MX --replicates 5', /--replicates: 5 are too few; sobol takes \d+ runs for a base row/],
    ['base --outcome output.MX --method pawn --factors groups', /--factors: pawn takes single parameters/],
  ])('%s: exit code 2 and a message that helps', async (line, message) => {
    const { code, stdout, stderr } = await sensitivity(line)
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
  })
})
