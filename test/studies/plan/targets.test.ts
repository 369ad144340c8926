/** How targets are written, and what is refused. */
import { describe, expect, test } from 'vitest'
import { misses, readTarget, requireTargets, targetText } from '../../../studies/plan/targets.ts'

describe('a target', () => {
  test.each([
    ['assemblyJobs.US >= 100000', { outcome: 'assemblyJobs.US', must: '>=', figure: 100000, difference: false }],
    ['output.MX@2030<4e6', { outcome: 'output.MX', year: 2030, must: '<', figure: 4e6, difference: false }],
    ['welfare.US > -2.5', { outcome: 'welfare.US', must: '>', figure: -2.5, difference: false }],
    ['welfare.US >= baseline', { outcome: 'welfare.US', must: '>=', figure: 0, difference: true }],
    ['output.US <= baseline + 5000', { outcome: 'output.US', must: '<=', figure: 5000, difference: true }],
    [
      'output.US@2036 >= baseline -5000',
      { outcome: 'output.US', year: 2036, must: '>=', figure: -5000, difference: true },
    ],
  ])('%s is read, and its own text is read back as the same', (text, target) => {
    expect(readTarget(text)).toEqual(target)
    expect(readTarget(targetText(readTarget(text)))).toEqual(target)
  })

  test.each([
    '',
    'assemblyJobs.US',
    'assemblyJobs.US >=',
    'assemblyJobs.US = 5',
    'assemblyJobs.US >= 100,000',
    'assemblyJobs.US >= 1e999',
    'assemblyJobs.US >= 1.2.3',
    'assemblyJobs.US >= baseline 5',
    'assemblyJobs.US >= baseline -',
    'assemblyJobs.US@soon >= 5',
    '>= 5',
  ])('%j is refused with how it is written', (text) => {
    expect(() => readTarget(text)).toThrow(
      /--target: .* is not allowed; .*in quotes, as in --target "assemblyJobs.US >= 100000"/,
    )
  })

  test('of an outcome that is not there gives the one that was meant, or the five most like it', () => {
    expect(() => readTarget('asemblyJobs.US >= 1')).toThrow(
      /--target: unknown: asemblyJobs.US; did you mean assemblyJobs.US\?/,
    )
    expect(() => readTarget('employment.all >= 1')).toThrow(/the most like it of \d+ are (\S+, ){4}\S+$/)
  })

  test('is refused where the study does not keep its year or outcome, or has nothing to differ from', () => {
    const kept = { years: [2030, 2036], outcomes: ['output.US'], scenarios: ['base'] }
    const refuse = (text: string) => (): void => requireTargets([readTarget(text)], kept)
    expect(refuse('output.US@2031 >= 1')).toThrow(/the year 2031 is not kept; the years are 2030 and 2036/)
    expect(refuse('output.MX >= 1')).toThrow(/output.MX is not kept in this result, which has output.US/)
    expect(refuse('output.US >= baseline')).toThrow(/there is one scenario, and no other to differ from/)
    expect(refuse('output.US@2030 >= 1')).not.toThrow()
  })

  test('is missed on the other side of its figure, and at the figure where it must be beyond it', () => {
    const missed = (['>=', '>', '<=', '<'] as const).map((must) =>
      [4, 5, 6].filter((value) => misses({ must, figure: 5 }, value)),
    )
    expect(missed).toEqual([[4], [4, 5], [6], [5, 6]])
  })
})
