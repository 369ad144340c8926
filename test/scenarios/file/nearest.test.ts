import { test, expect } from 'vitest'
import { nearestName } from '../../../scenarios/file/nearest.ts'

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
