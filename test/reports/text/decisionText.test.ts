import { describe, test, expect } from 'vitest'
import { choiceOf } from '../../../engine/analysis/decisions/choice.ts'
import { compareOptions } from '../../../engine/analysis/decisions/compareOptions.ts'
import { dominances } from '../../../engine/analysis/decisions/dominance.ts'
import { optimumOf, usualOptimum } from '../../../engine/analysis/optimum/optimum.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { optionLines, dominanceLines, informationLines } from '../../../reports/text/decisionText.ts'
import { optimumText } from '../../../reports/text/optimum/topText.ts'
import { normalSample } from '../../analysis/precision/normalSample.ts'

const n = 400
const status = new Uint8Array(n)
const base = normalSample(n, 1).map((value) => 1000 + 50 * value)
const noise = normalSample(n, 2)
const raised = base.map((value, d) => value + 10 + 20 * noise[d])
const options = [
  { name: 'base', values: base, status },
  { name: 'duty', values: raised, status },
]
const subject = { good: 'up', baseline: 'base' } as const

describe('a decision as text', () => {
  test('has a row for each option, with errors that cut the digits, and no comparison of the baseline with itself', () => {
    const lines = optionLines(compareOptions(choiceOf(options, 'up'), 0), subject, 100)
    expect(lines[1]).toMatch(/^base +[\d,]+ +\d +\d\d% \(\d\d%\.\.\d\d%\)/)
    expect(lines[2]).toMatch(/^duty +[\d,]+ +\d +\+\d+\.\d +1\.0 +\d\d% \(\d\d%\.\.\d\d%\)/)
  })

  test('shows an outcome of which less is better in its own direction', () => {
    const lines = optionLines(compareOptions(choiceOf(options, 'down'), 0), { ...subject, good: 'down' }, 100)
    expect(lines[2]).toMatch(/^duty +[\d,]+ +\d +\+\d+/)
  })

  test('says which option dominates, or that none does', () => {
    expect(dominanceLines(dominances(choiceOf(options, 'up')), 100)).toEqual(['No option dominates another.'])
    const more = choiceOf([options[0], { name: 'more', values: base.map((value) => value + 1), status }], 'up')
    expect(dominanceLines(dominances(more), 100).join(' ')).toMatch(
      /more is at least as good as base in every replicate .*worse in 1%/,
    )
  })

  test('lists values of information by size, everything first', () => {
    const perfect = { chosen: 'duty', value: 4, standardError: 0.3 }
    const group = { heldOut: -0.1, heldOutStandardError: 0.2, terms: 7, standardError: 0.1 }
    const groups = [
      { ...group, group: 'wages', value: 0.4 },
      { ...group, group: 'demand', value: 2, heldOut: 1.8 },
    ]
    const lines = informationLines(perfect, groups, 100)
    expect(lines[0]).toMatch(/duty is chosen/)
    expect(lines.slice(2, 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['everything', '4.0', '0.3'],
      ['demand', '2.0', '0.1', '1.8', '0.2', '50%'],
      ['wages', '0.4', '0.1', '≈ 0', '10%'],
    ])
    expect(lines.at(-1)).toBe('≈ 0: not distinguishable from zero.')
  })

  test('tells no worth within its error, nor what part of all it is', () => {
    const perfect = { value: 0.01, standardError: 0.02, chosen: 'duty' }
    const group = { group: 'wages', value: 0.2, standardError: 0.2, heldOut: -1, heldOutStandardError: 0.1, terms: 5 }
    const lines = informationLines(perfect, [group], 100)
    expect(lines.slice(2, 4).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['everything', '≈ 0'],
      ['wages', '≈ 0', '≈ 0'],
    ])
  })
})

describe('an optimum as text', () => {
  const levels = Float64Array.from({ length: 9 }, (_, l) => 0.5 + 0.05 * l)
  const text = (peak: number): string => {
    const columns = Array.from(levels, (x) => noise.map((z) => 1000 - 2000 * (x - peak - 0.02 * z) ** 2))
    const found = optimumOf(
      levels,
      columns,
      columns.map(() => status),
      rootKey('text'),
      { ...usualOptimum, rounds: 100 },
    )
    return optimumText(found, { lever: 'content rule', outcome: 'parts jobs', place: -3 }).replaceAll('\n', ' ')
  }

  test('has the level with its interval, how flat the top is, and where replicates peak', () => {
    expect(text(0.71)).toMatch(
      /Mean parts jobs peaks at content rule 0\.7\d\d, 95% interval 0\.7\d\d to 0\.71\d from 400 replicates\./,
    )
    expect(text(0.71)).toMatch(/within one standard error of the highest/)
    expect(text(0.71)).toMatch(/Single replicates peak elsewhere/)
  })

  test('says that there is no interior peak', () => {
    expect(text(1.5)).toMatch(
      /No interior peak: mean parts jobs is greatest at the highest level tried, content rule 0\.900/,
    )
  })
})
