import { expect, test } from 'vitest'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/outcomes.ts'
import { decisionRows } from '../../reports/decisionRows.ts'

const names = ['base', 'first', 'second']
const values = [[10, 10, 10, 99], [12, 9, 14, 0], [11, 11, 8, 0]].map((column) => Float64Array.from(column))
const statuses = names.map((_, s) => Uint8Array.from([0, 0, 0, s === 1 ? 1 : 0]))
const jobs = outcomeDefinitions[outcomeIndex('assemblyJobs.US')]

test('regret is the best of all scenarios less the own, over replicates that are good in all', () => {
  const rows = decisionRows(names, jobs, values, statuses)
  const wanted = [['base', 0, (2 + 1 + 4) / 3], ['first', 2 / 3, (0 + 2 + 0) / 3], ['second', 1 / 3, (1 + 0 + 6) / 3]] as const
  rows.forEach(({ scenario, best, regret }, s) => {
    expect(scenario).toBe(wanted[s][0])
    expect(best).toBeCloseTo(wanted[s][1], 12)
    expect(regret).toBeCloseTo(wanted[s][2], 12)
  })
})

test('of what should be low, the lowest is the best', () => {
  const prices = outcomeDefinitions[outcomeIndex('priceIndex.US')]
  expect(decisionRows(names, prices, values, statuses).map(({ regret }) => regret)).toEqual([
    (0 + 1 + 2) / 3,
    (2 + 0 + 6) / 3,
    (1 + 2 + 0) / 3,
  ])
})

test('there is none where no direction is wanted, nothing to choose, or nothing good', () => {
  const duties = outcomeDefinitions[outcomeIndex('vehicleDuties.US')]
  expect(decisionRows(names, duties, values, statuses)).toEqual([])
  expect(decisionRows(['base'], jobs, values.slice(0, 1), statuses.slice(0, 1))).toEqual([])
  expect(decisionRows(names, jobs, values, names.map(() => Uint8Array.of(1, 1, 1, 1)))).toEqual([])
})
