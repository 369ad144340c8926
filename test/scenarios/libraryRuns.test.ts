/** Every scenario of the library runs on the real industry, and what each does to the industry has the sign that it should. */
import { beforeAll, describe, test, expect } from 'vitest'
import { mean, standardDeviation } from '../../engine/math/accumulate.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { listLibrary } from '../../scenarios/join/listing.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'

const { industry } = loadIndustry()
const library = listLibrary()
  .filter(({ kind }) => kind === 'scenario')
  .map(({ name }) => name)

const compiled = new Map(
  library.map((name) => [name, compileScenario(loadScenario(name, { industry }), industry)] as const),
)

/** Scenarios run side by side where they have the same system of demand. */
const usual = compiled.get('base')?.demand

interface SideBySide {
  /** Scenarios that failed, by replicate. */
  readonly failed: readonly (readonly string[])[]
  /** Values of an outcome in the last year, by replicate. */
  readonly values: (name: string, id: string) => readonly number[]
}

/** Runs scenarios side by side, on the same draws. */
function runSideBySide(names: readonly string[], replicates: number): SideBySide {
  const scenarios = names.flatMap((name) => compiled.get(name) ?? [])
  const lastYear = scenarios[0].years * outcomeCount
  const workspace = createWorkspace(industry, flattenLaws(), scenarios)
  const runs = Array.from({ length: replicates }, (_, replicate) => {
    runReplicate(workspace, rootKey(7), replicate)
    const failed = names.filter((_, s) => workspace.results[s].status !== 0)
    return { failed, lastYears: workspace.results.map(({ outcomes }) => outcomes.slice(lastYear)) }
  })
  return {
    failed: runs.map(({ failed }) => failed),
    values: (name, id) => runs.map(({ lastYears }) => lastYears[names.indexOf(name)][outcomeIndex(id)]),
  }
}

describe('the library', () => {
  let all: SideBySide
  beforeAll(() => {
    all = runSideBySide(
      library.filter((name) => compiled.get(name)?.demand === usual),
      2,
    )
  })

  test.each(library.filter((name) => compiled.get(name)?.demand !== usual))(
    'is good in every replicate under another system of demand (%s)',
    (name) => {
      expect(runSideBySide([name], 2).failed).toEqual([[], []])
    },
  )

  test('is good in every replicate, side by side', () => {
    expect(all.failed).toEqual([[], []])
  })

  test('has twenty scenarios and more, and they are not all the same', () => {
    expect(library.length).toBeGreaterThan(25)
    const alike = library.filter((name) => compiled.get(name)?.demand === usual)
    expect(new Set(alike.map((name) => all.values(name, 'output.US')[1])).size).toBeGreaterThan(20)
  })

  test('an extension leaves the path as it is when nobody doubted it', () => {
    expect(all.values('extension-2042', 'output.US')).toEqual(all.values('path-2026', 'output.US'))
  })
})

/** [more, outcome, less]: the outcome is larger under the first scenario than under the second. */
const signs = [
  ['base', 'output.MX', 'path-2026'],
  ['path-2026', 'output.MX', 'tariff-25-from-2027'],
  ['usmca-free-of-232', 'output.MX', 'path-2026'],
  ['tariff-25-from-2027', 'output.US', 'retaliation'],
  ['bilateral-canada', 'output.CA', 'bilateral-mexico'],
  ['us-content-floor-50', 'usContent.MX', 'path-2026'],
  ['path-2026', 'output.MX', 'wage-floor-25'],
  ['wage-floor-25', 'usContent.MX', 'path-2026'],
  ['core-parts-90', 'priceIndex.CA', 'path-2026'],
  ['section-122-extended', 'output.MX', 'section-232-struck-down'],
  ['base', 'output.MX', 'emergency-tariffs'],
  ['remission-cuts', 'priceIndex.CA', 'usmca-free-of-232'],
  ['path-2026', 'output.CA', 'canada-50-from-2027'],
  ['canada-50-content', 'output.CA', 'canada-50-from-2027'],
  ['deal-august-2026', 'output.CA', 'canada-50-from-2027'],
  ['compliant-10', 'output.MX', 'path-2026'],
  ['proposal-may-2026', 'dutiableShare.CA+MX', 'path-2026'],
  ['no-metal-duties', 'output.US', 'path-2026'],
  ['no-roll-up', 'dutiableShare.CA+MX', 'path-2026'],
] as const

describe('tariffs and rules have the signs that they should, surely and not by chance:', () => {
  let compared: SideBySide
  beforeAll(() => {
    compared = runSideBySide([...new Set(signs.flatMap(([more, , less]) => [more, less]))], 8)
  })

  test.each(signs)('%s has more %s than %s', (more, id, less) => {
    const greater = compared.values(more, id)
    const smaller = compared.values(less, id)
    const differences = Float64Array.from(greater, (value, d) => value - smaller[d])
    const standardError = standardDeviation(differences) / Math.sqrt(differences.length)
    expect(mean(differences)).toBeGreaterThan(3 * standardError)
  })
})
