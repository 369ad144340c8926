import { describe, test, expect } from 'vitest'
import { binnedIndices } from '../../../engine/analysis/sensitivity/binnedIndices.ts'
import type { RunTable } from '../../../engine/analysis/sensitivity/factors.ts'
import { morrisDesign } from '../../../engine/analysis/sensitivity/morrisDesign.ts'
import { morrisEffects } from '../../../engine/analysis/sensitivity/morrisEffects.ts'
import { pawnIndices } from '../../../engine/analysis/sensitivity/pawn.ts'
import { plainDesign } from '../../../engine/analysis/sensitivity/plainDesign.ts'
import { sobolDesign } from '../../../engine/analysis/sensitivity/sobolDesign.ts'
import { sobolIndices } from '../../../engine/analysis/sensitivity/sobolIndices.ts'
import { tornado } from '../../../engine/analysis/sensitivity/tornado.ts'
import { tornadoDesign } from '../../../engine/analysis/sensitivity/tornadoDesign.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { outcomeDefinitions, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import type { SensitivityFinding } from '../../../studies/plan/sensitivityMethods.ts'
import { firstNames, indexText } from '../../../reports/text/sensitivity/words.ts'
import { sensitivityText } from '../../../reports/text/sensitivity/studyText.ts'
import { evaluate, noise, plainPoints } from '../../analysis/sensitivity/testFunctions.ts'

const root = rootKey(1)
const names = ['steel', 'large', 'small', 'unused']
const factors = names.map((name, p) => ({ name, dimensions: [p] }))

/** `large` and chance matter, `small` a little through `large`, `steel` a little, `unused` not at all. */
function outcomesOf(table: RunTable): Float64Array {
  return evaluate(
    table,
    ([steel, large, small], chance) =>
      1000 + 40 * large + 3 * steel + 4 * (large - 0.5) * (small - 0.5) + 5 * noise(chance),
  )
}

function textOf(finding: SensitivityFinding, width?: number): string {
  const study = {
    scenario: 'threat-only',
    against: 'base',
    outcome: outcomeDefinitions[outcomeIndex('output.MX')],
    year: 2036,
    seed: 1,
    replicates: 700,
    finding,
    reproduce: 'plantshift sensitivity threat-only',
  }
  return sensitivityText(study, width)
}

function sobolText(outcomes: (table: RunTable) => Float64Array): string {
  const design = sobolDesign(factors, 4, 100, plainPoints(100, 8, 2))
  return textOf({ method: 'sobol', sobol: sobolIndices(design, outcomes(design), root) })
}

/** First words of the lines of the table, which ends at the first line that is not about a factor. */
function tableOrder(text: string): string[] {
  const words = text.split('\n').map((line) => line.split(' ')[0])
  return words.filter((word, n) => [...names, 'chance'].includes(word) && words.indexOf(word) === n)
}

describe('the text of Sobol indices', () => {
  const text = sobolText(outcomesOf)

  test('is as wide as it is told', () => {
    const design = sobolDesign(factors, 4, 100, plainPoints(100, 8, 2))
    const sobol = sobolIndices(design, outcomesOf(design), root)
    for (const width of [60, 120]) {
      const longest = Math.max(
        ...textOf({ method: 'sobol', sobol }, width)
          .split('\n')
          .map((line) => line.length),
      )
      expect(longest).toBeLessThanOrEqual(width)
      expect(longest).toBeGreaterThan(width - 20)
    }
  })

  test('says what is explained, and lists factors by total index', () => {
    expect(text).toMatch(/^Vehicles built, MX \(vehicles\), 2036, threat-only less base: what it hangs on\n/)
    expect(tableOrder(text)).toEqual(['large', 'chance', 'steel', 'small', 'unused'])
  })

  test('names the largest factor, what chance does, what cannot be told from zero and what has no effect', () => {
    const flat = text.replaceAll(/\n +/g, ' ')
    expect(flat).toMatch(/Of the parameters, large matters most, total \d+% \(\d+% to \d+%\)\./)
    expect(flat).toMatch(/Chance \(lines, shocks, measurement errors\) by itself is \d+% /)
    expect(flat).toMatch(/First index not distinguishable from zero with this many runs: [^.]*small/)
    expect(flat).toContain('Without any effect on the outcome of any run: unused.')
    expect(flat).toContain('100 base rows, none failed.')
  })

  test('says so when nothing varies, and when rows failed', () => {
    expect(sobolText(({ chance }) => new Float64Array(chance.length))).toContain('there is no variance to explain')
    expect(sobolText(({ chance }) => new Float64Array(chance.length).fill(NaN))).toContain('0 base rows, 100 left out')
    const holed = sobolText((table) => outcomesOf(table).map((value, row) => (row === 3 ? NaN : value)))
    expect(holed).toContain('99 base rows, 1 left out because a run failed.')
  })
})

test('the text of elementary effects orders by size and knows what is smaller than chance', () => {
  const design = morrisDesign(factors, 4, 60, root)
  const text = textOf({ method: 'morris', morris: morrisEffects(design, outcomesOf(design)) })
  expect(tableOrder(text)[0]).toBe('large')
  expect(text).toContain('Largest effects, in this order: large, steel and small.')
  expect(text).toContain('Smaller than chance (other lines and shocks): steel and small.')
  expect(text).toContain('Without any effect on the outcome of any run: unused.')
})

test('the text of elementary effects of groups has no signs', () => {
  const design = morrisDesign([{ name: 'large', dimensions: [0, 1] }], 4, 20, root)
  const text = textOf({ method: 'morris', morris: morrisEffects(design, outcomesOf(design)) })
  expect(text).toMatch(/^factor +mu\* +s\.e\.$/m)
  expect(text).not.toContain('sigma')
})

test('the text of a plain sample marks what is above the threshold', () => {
  const design = plainDesign(factors, 4, 400, plainPoints(400, 4, 3))
  const outcomes = outcomesOf(design)
  const pawn = pawnIndices(design, outcomes, root)
  const text = textOf({ method: 'pawn', pawn, binned: binnedIndices(design, outcomes, root) })
  expect(text).toMatch(/^large +0\.\d\d\d\* +0\.\d\d\d +\d+%\*/m)
  expect(text).toContain('Seen, in this order: large')
  expect(text).toMatch(/Not distinguishable from zero with this many runs: [^.]*unused/)
})

test('an outcome that differs by rounding alone is not explained', () => {
  const plain = plainDesign(factors, 4, 400, plainPoints(400, 4, 3))
  const same = new Float64Array(400).fill(1e6)
  const flat = { pawn: pawnIndices(plain, same, root), binned: binnedIndices(plain, same, root) }
  const said = 'All runs give the same, but for rounding: there is no variance to explain.'
  expect(textOf({ method: 'pawn', ...flat })).toContain(said)
})

test('the text of a tornado has the widest bar first, chance last', () => {
  const design = tornadoDesign(factors, 4, 12)
  const text = textOf({ method: 'oat', tornado: tornado(design, outcomesOf(design)) })
  expect(tableOrder(text)).toEqual(['large', 'steel', 'small', 'unused', 'chance'])
  expect(text).toContain('Widest bars, in this order: large and steel.')
  expect(text).toContain('Without any effect on the outcome of any run: small and unused.')
})

describe('words', () => {
  test('list names as people do, and count the rest of many', () => {
    expect([firstNames([]), firstNames(['a']), firstNames(['a', 'b']), firstNames(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
    expect(firstNames(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])).toBe('a, b, c, d, e, f, g and 3 others')
  })

  test('never call a small index nothing', () => {
    expect([0, 0.0001, -0.0001, 0.004, 0.314].map(indexText)).toEqual(['0', '<0.1%', '>-0.1%', '0.4%', '31%'])
  })
})
