import { describe, test, expect } from 'vitest'
import { pairingGain } from '../../../engine/analysis/pairingGain.ts'
import { convergenceOf } from '../../../engine/analysis/precision/convergence.ts'
import { type PrecisionTarget, precisionOf } from '../../../engine/analysis/precision/until.ts'
import { targetText, precisionLines, convergenceLines, pairingText } from '../../../reports/text/precisionText.ts'
import { normalSample } from '../../analysis/precision/normalSample.ts'

const values = normalSample(400, 1).map((value) => 1000 + 50 * value)
const status = new Uint8Array(400)
const mean: PrecisionTarget = { outcome: 'output.US', year: 2032, statistic: 'mean', halfWidth: 8, confidence: 0.95 }
const quantile: PrecisionTarget = {
  outcome: 'price',
  statistic: 'quantile',
  probability: 0.05,
  halfWidth: 1,
  confidence: 0.9,
}
const schedule = { min: 100, max: 100_000, batch: 100 }

describe('precision as text', () => {
  test('names targets by outcome, year, statistic and confidence', () => {
    expect(targetText(mean)).toBe('output.US in 2032, mean, 95% interval')
    expect(targetText(quantile)).toBe('price, 5% quantile, 90% interval')
    const chance: PrecisionTarget = { ...mean, statistic: 'probability', above: 0 }
    expect(targetText(chance)).toBe('output.US in 2032, chance of more than 0, 95% interval')
  })

  test('says which target binds and how many replicates are projected', () => {
    const lines = precisionLines(precisionOf([values, values], [mean, quantile], schedule, 400), 400)
    expect(lines[1]).toMatch(/^output.US in 2032, +[\d,.]+ +\d\.\d +8\.0 +400 {2}reached$/)
    expect(lines[2]).toBe('  mean, 95% interval')
    expect(lines[3]).toMatch(/binds$/)
    expect(lines.slice(4).join(' ')).toMatch(
      /After 400 replicates price, 5% quantile, 90% interval needs most; about \d+00 are projected\./,
    )
  })

  test('says when all is reached, and when too few replicates are done for that to count', () => {
    expect(precisionLines(precisionOf([values], [mean], schedule, 400), 400).at(-1)).toMatch(
      /reached after 400 replicates\.$/,
    )
    const early = precisionLines(precisionOf([values], [mean], { ...schedule, min: 1000 }, 400), 400)
    expect(early.join(' ')).toMatch(/fewer than the minimum; the run goes on/)
  })

  test('says of a target that no run can reach that it is out of reach, and not a number of thirty digits', () => {
    const tiny = { ...mean, halfWidth: 1e-13 }
    expect(precisionLines(precisionOf([values], [tiny], schedule, 400), 400).join(' ')).toMatch(
      /out of reach, over 10,000,000 {2}binds/,
    )
    const single = precisionOf([values.slice(0, 1)], [mean], schedule, 1)
    expect(precisionLines(single, 1).join(' ')).toMatch(/not known {2}binds/)
  })

  test('shows how an estimate settled', () => {
    const lines = convergenceLines(convergenceOf(values, status, { statistic: 'mean' }, 0.95, [1, 100, 400]))
    expect(lines[1]).toMatch(/^ +1 .* unknown$/)
    expect(lines[3]).toMatch(/^ +400 +[\d,.]+ +\d\.\d$/)
  })

  test('says what pairing and controls are worth', () => {
    const other = values.map((value, d) => value + Math.sin(d))
    const gains = [other, values, other].map((column, k) => ({
      outcome: `x${k}`,
      gain: pairingGain(values, status, column, status),
    }))
    expect(pairingText(gains)).toMatch(
      /^Pairing is worth [\d,]+ ± [\d,]+ times as many replicates for x0, [\d,]+ ± [\d,]+ for x2\.$/,
    )
    expect(pairingText([gains[1]])).toBe('')
  })
})
