/** Laws of metals are what metals.csv says, by name and number, so that neither is changed without the other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { shippedDataFolder } from '../../../scenarios/industry/dataFolder.ts'
import { numbersOf } from '../../../scenarios/parameters/parameterLaws.ts'
import { parameters } from '../../../scenarios/parameters/parameters.ts'

const rows: readonly Record<string, string>[] = parse(readFileSync(join(shippedDataFolder(), 'metals.csv'), 'utf8'), {
  columns: true,
})

/** Low, value and high of the only row of an item. */
function figuresOf(item: string): readonly number[] {
  const [row, ...others] = rows.filter((one) => one['item'] === item)
  expect(others, item).toEqual([])
  return [row['low'], row['value'], row['high']].map(Number)
}

describe('the law of metals that', () => {
  test('says their share of parts is their cost over what parts cost', () => {
    const [, parts] = figuresOf('parts_cost_in_vehicle_built_in_USA')
    const shares = figuresOf('metals_cost_in_vehicle').map((cost) => cost / parts)
    numbersOf(parameters.metalsCostShare.law).forEach((number, k) => expect(number).toBeCloseTo(shares[k], 3))
  })

  test.each([
    ['metalsPassThrough', 'price_passed_through'],
    ['metalsCoverage', 'metal_at_prices_of_place'],
    ['metalsNeighbourRise', 'US_rise_carried_to_neighbours'],
  ] as const)('%s has the low, value and high of %s', (name, item) => {
    expect(numbersOf(parameters[name].law)).toEqual(figuresOf(item))
  })

  test('is a judgement says so where its row does', () => {
    for (const [name, item] of [
      ['metalsPassThrough', 'price_passed_through'],
      ['metalsCoverage', 'metal_at_prices_of_place'],
      ['metalsNeighbourRise', 'US_rise_carried_to_neighbours'],
    ] as const) {
      const isJudged = rows.find((row) => row['item'] === item)?.['note'].startsWith('judgement') ?? false
      expect(parameters[name].basis, name).toBe(isJudged ? 'judgement' : 'estimate')
    }
  })
})

test('every figure of metals has a source, and what was not found is called a judgement', () => {
  for (const { source, note, item } of rows) {
    expect(source, item).not.toBe('')
    if (source.startsWith('no source')) expect(note, item).toMatch(/^judgement/)
  }
})
