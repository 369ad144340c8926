import { describe, it, test, expect } from 'vitest'
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import { parameterNames } from '../../../engine/model/draws/parameters.ts'
import { nameHint, nearestName } from '../../../scenarios/file/nearest.ts'

const names = ['base', 'tariff-232-2025', 'tariff-25-from-2027', 'threat-only']

test.each([
  ['bsae', 'base'],
  ['threat-onyl', 'threat-only'],
  ['tariff-232', 'tariff-232-2025'],
  ['Threat', 'threat-only'],
  ['tariff', undefined],
  ['zebra', undefined],
])('%s was meant to be %s', (given, meant) => {
  expect(nearestName(given, names)).toBe(meant)
})

describe('a hint', () => {
  it('is the name that was meant', () => {
    expect(nameHint('bsae', names)).toBe('did you mean base?')
  })

  it('lists all names where they are few', () => {
    expect(nameHint('zebra', names)).toBe('there are base, tariff-232-2025, tariff-25-from-2027, threat-only')
    expect(nameHint('zebra', [])).toBe('there are none')
  })

  it('lists the five most like what was given where they are many', () => {
    const ids = outcomeDefinitions.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(100)
    const hint = nameHint('jobs', ids)
    expect(hint).toMatch(/^the most like it of \d+ are ([\w.]+, ){4}[\w.]+$/)
    expect(hint).toContain('partsJobs.US')
    expect(nameHint('elasticity', parameterNames)).toMatch(/Elasticity/)
  })
})
