/** The industry that the bench makes larger is the shipped one with more lines, not another. */
import { expect, test } from 'vitest'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { industryOfCopies } from './manyLines.ts'

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

test('an industry of two copies of each model has nearly twice the lines and the same sales', () => {
  const { industry } = loadIndustry()
  const twice = industryOfCopies(2)
  expect(twice.lines.length).toBeGreaterThan(1.8 * industry.lines.length)
  expect(Math.abs(sum(twice.sales) / sum(industry.sales) - 1)).toBeLessThan(0.001)
})
