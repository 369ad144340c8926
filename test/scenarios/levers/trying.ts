/** Scenarios with levers set, compiled and run for a few replicates. */
import { rootKey } from '../../../engine/math/streams.ts'
import { outcomeCount, outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import type { Industry } from '../../../engine/model/inputs/industry.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../../scenarios/compile/memory.ts'
import { noPositions } from '../../../scenarios/file/position.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import type { Lever, LeverSettings } from '../../../scenarios/levers/lever.ts'
import { loadScenario, loadScenarioOver } from '../../../scenarios/load.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import type { LeverValue } from '../../../scenarios/file/values.ts'

const industry: Industry = loadIndustry().industry
const memory = createCompileMemory(industry)
const known = new Map()

/** A scenario of the library as it is. */
export function plain(name: string): ResolvedScenario {
  return loadScenario(name, { industry, known })
}

/** A scenario as a file reads that extends it and sets levers: checked. */
export function withSet(name: string, set: LeverSettings): ResolvedScenario {
  const change = { file: 'set.yaml', value: { title: name, set }, positions: noPositions }
  return loadScenarioOver(name, [name], change, { industry, known })
}

/** Values over the whole range of a lever: the ends and the middle of numbers, all others. */
export function valuesOf({ values }: Lever): readonly LeverValue[] {
  if (values.kind === 'switch') return [false, true]
  if (values.kind === 'choice') return values.choices.map(({ value }) => value)
  const { least, most, step } = values
  const middle = least + Math.round((most - least) / 2 / step) * step
  return [least, Number(middle.toPrecision(12)), most]
}

/** Outcomes of all years of a replicate, scenario by scenario, on the same draws; fails where the replicate does. */
export function outcomesOf(scenarios: readonly ResolvedScenario[], replicate: number): readonly Float64Array[] {
  return trying(scenarios)(replicate)
}

/** The same for one replicate after the other, of which each takes the place of the one before. */
export function trying(scenarios: readonly ResolvedScenario[]): (replicate: number) => readonly Float64Array[] {
  const compiled = scenarios.map((scenario) => compileScenario(scenario, industry, memory))
  const workspace = createWorkspace(industry, flattenLaws(), compiled)
  return (replicate) => {
    runReplicate(workspace, rootKey(3), replicate)
    return workspace.results.map(({ status, outcomes }, s) => {
      if (status !== 0) throw new Error(`${scenarios[s].title}: replicate ${replicate} failed with status ${status}`)
      return outcomes
    })
  }
}

/** An outcome year by year in the outcomes of a replicate, the base year first. */
export function yearsOf(outcomes: Float64Array, id: string): readonly number[] {
  const at = outcomeDefinitions.findIndex((outcome) => outcome.id === id)
  return Array.from({ length: outcomes.length / outcomeCount }, (_, t) => outcomes[t * outcomeCount + at])
}
