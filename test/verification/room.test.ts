/** Barring all imports at once, on the real industry: how much more US plants build in the first year is what they have room for. */
import { describe, expect, it } from 'vitest'
import { slackTolerance } from '../../engine/math/slackSearch.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { parameterIndex } from '../../engine/model/draws/parameters.ts'
import { lawKinds, type ParameterLaws } from '../../engine/model/draws/parameterLaws.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'
import { place } from '../../engine/model/inputs/sets.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'
import { loadFiles } from '../scenarios/scenarioFiles.ts'

const { industry } = loadIndustry()
const replicates = 12

const closed = `
extends: base
title: No imports into the United States
horizon: { from: 2025, to: 2026 }
policy:
  events: [{ date: 2025-01-01, to: closed }]
  regimes:
    closed:
      extends: usmca
      programmes:
        US: { usmca: null, usmca-trucks: null, mfn: null, mfn-trucks: null, mfn-minivans: null, korus: null }
`
const scenario: CompiledScenario = compileScenario(loadFiles({ 'closed.yaml': closed }, { industry }), industry)

/** The laws with no plant ever at its ceiling. */
function withoutCeilings(): ParameterLaws {
  const laws = flattenLaws()
  const p = parameterIndex('plantCeiling')
  laws.kinds[p] = lawKinds.indexOf('constant')
  laws.a[p] = 100
  return laws
}

interface FirstYears {
  /** US output of the first year over that of the base year, mean over replicates. */
  readonly rise: number
  readonly worstLoad: number
}

function firstYears(laws: ParameterLaws): FirstYears {
  const workspace = createWorkspace(industry, laws, [scenario])
  const [{ year, plants }] = workspace.economies
  let rise = 0
  let worstLoad = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    runReplicate(workspace, rootKey(1), replicate)
    const { outcomes, status } = workspace.results[0]
    expect(status).toBe(0)
    const position = outcomeIndex('output.US')
    rise += outcomes[outcomeCount + position] / outcomes[position] / replicates
    const ceiling = workspace.draws.parameters[parameterIndex('plantCeiling')]
    year.plantRoom.volume.forEach((built, s) => {
      if (built > 0) worstLoad = Math.max(worstLoad, built / (ceiling * plants.capacity[s]))
    })
  }
  return { rise, worstLoad }
}

describe('all imports barred at once', () => {
  it('make US plants build more than they could if nothing held them, and what they can where their ceilings do', () => {
    const free = firstYears(withoutCeilings())
    const held = firstYears(flattenLaws())
    expect(free.rise).toBeGreaterThan(1.5)
    expect(held.rise).toBeLessThan(1.5)
    expect(held.worstLoad).toBeLessThan(1 + 2 * slackTolerance)
    // All that the plants of 2024 can build at ceilings of 1.3.
    const built = industry.lines.reduce(
      (sum, _, j) => (industry.linePlace[j] === place.US ? sum + industry.exports[j] + soldOf(j) : sum),
      0,
    )
    const most = industry.plants.reduce(
      (sum, plant, s) => (plant.place === place.US ? sum + industry.plantCapacity[s] : sum),
      0,
    )
    expect(held.rise).toBeLessThan((1.3 * most) / built)
  })
})

function soldOf(j: number): number {
  const lines = industry.lines.length
  return industry.sales[j] + industry.sales[lines + j] + industry.sales[2 * lines + j]
}
