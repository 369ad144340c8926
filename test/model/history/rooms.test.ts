/** Scenarios that take turns in the same arrays leave nothing there for one another. */
import { expect, test } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import type { CompiledScenario } from '../../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { listLibrary } from '../../../scenarios/join/listing.ts'
import { loadScenario } from '../../../scenarios/load.ts'
import { usualForms } from '../../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'

const { industry } = loadIndustry()
const library = listLibrary()
  .filter(({ kind }) => kind === 'scenario')
  .map(({ name }) => compileScenario(loadScenario(name, { industry }), industry))
  // A run has one form of demand.
  .filter(({ demand }) => demand === usualForms.demand)

/** [scenario] what it leaves of the second of two replicates, and how that ended. */
function figures(scenarios: readonly CompiledScenario[], inTurns: boolean): ReadonlyMap<string, readonly number[]> {
  const workspace = createWorkspace(industry, flattenLaws(), scenarios, undefined, undefined, inTurns)
  for (const replicate of [4, 5]) runReplicate(workspace, rootKey(11), replicate)
  return new Map(
    scenarios.map(({ name }, s) => {
      const { status, outcomes, plants, lines } = workspace.results[s]
      return [name, [status, ...outcomes, ...plants, ...lines]]
    }),
  )
}

/** Those of the library that would share a room, after the first, which never does. */
function sharing(): readonly CompiledScenario[] {
  const rooms = createWorkspace(industry, flattenLaws(), library, undefined, undefined, true).economies
  return library.filter((_, s) => s > 0 && rooms.filter(({ room }) => room === rooms[s].room).length > 1)
}

test('scenarios in turns, in either order, give the bits of arrays of their own', () => {
  const others = sharing()
  expect(others.length).toBeGreaterThan(5)
  const alone = figures([library[0], ...others], false)
  expect(figures([library[0], ...others], true)).toEqual(alone)
  expect(figures([library[0], ...others.toReversed()], true)).toEqual(alone)
})
