/** Every scenario of the library runs on the real industry. */
import { test, expect } from 'vitest'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { listLibrary } from '../../scenarios/join/library.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'

const { industry } = loadIndustry()
const names = listLibrary()
  .filter(({ kind }) => kind === 'scenario')
  .map(({ name }) => name)
const compiled = names.map((name) => compileScenario(loadScenario(name, { industry }), industry))
const last = compiled[0].years
const workspace = createWorkspace(industry, flattenLaws(), compiled)

function outcome(name: string, id: string): number {
  const { outcomes } = workspace.results[names.indexOf(name)]
  return outcomes[last * (outcomes.length / (last + 1)) + outcomeIndex(id)]
}

test.each([0, 1])('replicate %i is good in all of them, side by side', (replicate) => {
  runReplicate(workspace, rootKey(7), replicate)
  expect(names.filter((_, s) => workspace.results[s].status !== 0)).toEqual([])
})

test('there are twenty and more, and they are not all the same', () => {
  expect(names.length).toBeGreaterThan(25)
  expect(new Set(names.map((name) => outcome(name, 'output.US'))).size).toBeGreaterThan(20)
})

test('an extension leaves the path as it is when nobody doubted it', () => {
  expect(outcome('extension-2042', 'output.US')).toBe(outcome('path-2026', 'output.US'))
})

test('tariffs have the signs that they should', () => {
  expect(outcome('path-2026', 'output.MX')).toBeLessThan(outcome('base', 'output.MX'))
  expect(outcome('tariff-25-from-2027', 'output.MX')).toBeLessThan(outcome('path-2026', 'output.MX'))
  expect(outcome('usmca-free-of-232', 'output.MX')).toBeGreaterThan(outcome('path-2026', 'output.MX'))
  expect(outcome('retaliation', 'output.US')).toBeLessThan(outcome('tariff-25-from-2027', 'output.US'))
  expect(outcome('bilateral-canada', 'output.CA')).toBeGreaterThan(outcome('bilateral-mexico', 'output.CA'))
  expect(outcome('us-content-floor-50', 'usContent.MX')).toBeGreaterThan(outcome('path-2026', 'usContent.MX'))
  expect(outcome('wage-floor-25', 'output.MX')).toBeLessThan(outcome('path-2026', 'output.MX'))
  expect(outcome('wage-floor-25', 'usContent.MX')).toBeGreaterThan(outcome('path-2026', 'usContent.MX'))
  expect(outcome('core-parts-90', 'priceIndex.CA')).toBeGreaterThan(outcome('path-2026', 'priceIndex.CA'))
  expect(outcome('section-122-extended', 'output.MX')).toBeGreaterThan(outcome('section-232-struck-down', 'output.MX'))
  expect(outcome('emergency-tariffs', 'output.MX')).toBeLessThan(outcome('base', 'output.MX'))
  expect(outcome('remission-cuts', 'priceIndex.CA')).toBeGreaterThan(outcome('path-2026', 'priceIndex.CA'))
  expect(outcome('no-roll-up', 'dutiableShare.CA+MX')).toBeGreaterThan(outcome('path-2026', 'dutiableShare.CA+MX'))
})
