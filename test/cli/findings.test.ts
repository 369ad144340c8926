/** What `discover` and `optimise` ask of a result, without running one. */
import { describe, test, expect } from 'vitest'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { type PointColumn, curveOptima } from '../../studies/optimum/curves.ts'
import { differenceFrom } from '../../engine/analysis/difference.ts'
import { keptColumn } from '../../studies/folder/columns.ts'
import { askedOutcome } from '../../cli/console/outcome.ts'
import { sweepCurve } from '../../reports/text/optimum/curve.ts'
import { optimumStudyText } from '../../reports/text/optimum/studyText.ts'

const outcome = outcomeDefinitions[outcomeIndex('partsJobs.US')]
const lever = { name: 'content', title: 'Content asked', unit: 'fraction of value', kind: 'policy' } as const
const asked = { lever, outcome, year: 2036, against: undefined, least: false }
const replicates = 40

/** A parabola with its top at `top`, the same noise of a replicate at every level. */
function points(levels: readonly number[], top: number, others: PointColumn['levers'] = {}): readonly PointColumn[] {
  return levels.map((content) => ({
    levers: { ...others, content },
    values: Float64Array.from(
      { length: replicates },
      (_, d) => 100 - (content - top - 0.01 * Math.sin(d)) ** 2 + Math.cos(7 * d),
    ),
    status: new Uint8Array(replicates),
  }))
}

const levels = [0.9, 0.5, 0.7, 0.6, 0.8]
const root = rootKey('findings')

describe('the optimum of a lever', () => {
  test('is found on points in any order, for each combination of the other levers', () => {
    const optima = curveOptima(
      [...points(levels, 0.66, { duty: 0 }), ...points(levels, 0.74, { duty: 0.1 })],
      asked,
      root,
    )
    expect(optima.map(({ others }) => others)).toEqual([{ duty: 0 }, { duty: 0.1 }])
    expect(optima[0].optimum.top.at).toBeCloseTo(0.66, 2)
    expect(optima[1].optimum.top.at).toBeCloseTo(0.74, 2)
    expect(sweepCurve(optima[1], asked).peak!.level).toBe(optima[1].optimum.top.at)
    expect(optima[0].levels.map(({ level }) => level)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9])
  })

  test('of the least is that of the outcome turned over, shown in its own sign', () => {
    const valley = points(levels, 0.66).map((point) => ({ ...point, values: point.values.map((value) => -value) }))
    const [most] = curveOptima(points(levels, 0.66), asked, root)
    const [least] = curveOptima(valley, { ...asked, least: true }, root)
    expect(least.optimum).toEqual(most.optimum)
    expect(least.levels[0].mean).toBeCloseTo(-most.levels[0].mean, 12)
    const study = {
      sweep: 'grid',
      ...asked,
      least: true,
      optima: [least],
      seed: 1,
      reproduce: 'plantshift optimise grid',
    }
    const text = optimumStudyText(study)
    expect(text).toMatch(/is least at content 0\.66\d?,/)
    expect(text).toMatch(/above the bottom/)
    expect(text).not.toMatch(/peak|top/)
  })

  test('needs three levels, each once', () => {
    expect(() => curveOptima(points([0.5, 0.6], 0.5, { duty: 0 }), asked, root)).toThrow(
      /content has 2 levels at duty 0; a peak needs three or more/,
    )
    expect(() => curveOptima(points([0.5, 0.6, 0.6], 0.5), asked, root)).toThrow(/two points have content 0\.6/)
  })
})

describe('a column of a result', () => {
  const plan = { outcomes: ['output.US', 'output.MX'], years: [2030, 2036] } as unknown as Parameters<
    typeof keptColumn
  >[0]
  const column = (given: string): ReturnType<typeof keptColumn> => {
    const { outcome = '', year } = askedOutcome({ outcome: given })
    return keptColumn(plan, { outcome, year })
  }

  test('is of the last year unless one is given', () => {
    expect(column('output.MX')).toEqual({ outcome: 1, year: 1 })
    expect(column('output.MX@2030')).toEqual({ outcome: 1, year: 0 })
  })

  test('is refused, with what there is, where it is not kept', () => {
    expect(() => column('output.CA')).toThrow(
      /output\.CA is not kept in this result, which has output\.US, output\.MX; did you mean/,
    )
    expect(() => column('output.MX@2031')).toThrow(/the year 2031 is not kept in this result, which has 2030, 2036/)
    expect(() => column('outptu.MX')).toThrow(/unknown: outptu\.MX; did you mean output\.MX\?/)
    expect(() => column('output.MX@soon')).toThrow(/give an outcome and perhaps a year/)
  })

  test('and its difference are good only where both are', () => {
    const one = { scenario: 1, values: Float64Array.of(5, 7, 9), status: Uint8Array.of(0, 0, 2) }
    const base = { scenario: 0, values: Float64Array.of(4, 4, 4), status: Uint8Array.of(0, 1, 0) }
    expect(differenceFrom(one, base)).toEqual({
      scenario: 1,
      values: Float64Array.of(1, 3, 5),
      status: Uint8Array.of(0, 1, 2),
    })
  })
})
