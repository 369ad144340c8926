/**
 * What the regimes of one scenario make of the calibrated industry: parts, programmes, subsidies, cost indices and entrants.
 * Sections 3, 4 and 9 of docs/model.md.
 */
import { resetClosure, setClosure } from '../cost/closure.ts'
import { indexLines } from '../cost/costIndex.ts'
import { answerRates } from '../cost/exchangeRates.ts'
import { copyBaseRegime } from '../customs/baseRegime.ts'
import { prepareEntry } from '../entry/entryCosts.ts'
import { resetSearches } from './calibrate.ts'
import type { ReplicateParameters } from './drawnParameters.ts'
import type { Economy } from './economy.ts'
import { pricePolicy, priceSubsidies, setParameters } from './pricePolicy.ts'
import type { Workspace } from './workspace.ts'

/** Fills costs and programmes of one scenario under all its regimes; the base regime is copied from the first scenario. */
export function prepareScenario(workspace: Workspace, economy: Economy, parameters: ReplicateParameters): void {
  const { outlook } = economy
  const [first] = workspace.economies
  setParameters(economy.setting, parameters)
  resetSearches(workspace, economy)
  const lines = workspace.industry.lines.length
  const { outside } = economy.setting.quotas ?? {}
  if (economy !== first) copyBaseRegime(first, economy, lines, economy.sameProgramme)
  if (economy !== first && outside !== undefined) copyBaseRegime(first, outside, lines, economy.sameProgramme)
  pricePolicy(workspace, economy, parameters, 1, economy.setting.customs.order.length)
  const { closure } = economy.setting
  const form = economy.scenario.closure === 'drawn' ? parameters.forms.closure : economy.scenario.closure
  setClosure(closure, form, parameters.closure, parameters.local)
  resetClosure(closure)
  answerRates(economy.setting, workspace.draws.sales)
  priceSubsidies(economy.setting, parameters)
  // The index is of lines as they were calibrated, before entrants change the scenario's own scales.
  const calibrated = { ...economy.setting, scales: workspace.scales }
  for (let r = 0; r < outlook.regimes; r++) indexLines(calibrated, workspace.draws.sales, r, outlook)
  if (economy.entry === undefined) return
  prepareEntry(workspace, economy.setting, economy.entry)
  // Again, since the subsidies of entrants hang on programmes that they have only now.
  priceSubsidies(economy.setting, parameters)
}
