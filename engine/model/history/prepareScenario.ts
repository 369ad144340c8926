/**
 * What the regimes of one scenario make of the calibrated industry: parts, programmes, subsidies, cost indices and entrants.
 * Sections 3, 4 and 9 of docs/model.md.
 */
import { indexLines } from '../cost/costIndex.ts'
import { copyBaseRegime } from '../customs/baseRegime.ts'
import { prepareEntry } from '../entry/entryCosts.ts'
import { resetSearches } from './calibrate.ts'
import type { ReplicateParameters } from './drawnParameters.ts'
import type { ScenarioSpace } from './economy.ts'
import { pricePolicy, priceSubsidies, setParameters } from './pricePolicy.ts'
import type { Workspace } from './workspace.ts'

/** Fills costs and programmes of one scenario under all its regimes; the base regime is copied from the first scenario. */
export function prepareScenario(workspace: Workspace, space: ScenarioSpace, parameters: ReplicateParameters): void {
  const { outlook } = space
  const [first] = workspace.spaces
  setParameters(space.setting, parameters)
  resetSearches(workspace, space)
  const lines = workspace.industry.lines.length
  const { outside } = space.setting.quotas ?? {}
  if (space !== first) copyBaseRegime(first, space, lines, space.sameProgramme)
  if (space !== first && outside !== undefined) copyBaseRegime(first, outside, lines, space.sameProgramme)
  pricePolicy(workspace, space, parameters, 1, outlook.regimes)
  priceSubsidies(space.setting, parameters)
  // The index is of lines as they were calibrated, before entrants change the scenario's own scales.
  const calibrated = { ...space.setting, scales: workspace.scales }
  for (let r = 0; r < outlook.regimes; r++) indexLines(calibrated, workspace.draws.sales, r, outlook.index)
  if (space.entry === undefined) return
  prepareEntry(workspace, space.setting, space.entry, outlook.regimes)
  // Again, since the subsidies of entrants hang on programmes that they have only now.
  priceSubsidies(space.setting, parameters)
}
