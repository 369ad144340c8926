/**
 * What a scenario's regimes make of the drawn parameters: parts, programmes and their costs. Sections 3 and 4 of
 * docs/model.md.
 */
import { exp } from '../../math/elementary.ts'
import { chooseProgrammes, type CustomsInputs } from '../customs/customs.ts'
import { priceMetals } from '../customs/metals.ts'
import { priceLocalCosts } from '../customs/localCosts.ts'
import { chargeParts } from '../customs/partsClaims.ts'
import { preparePartsFloors } from '../content/partsFloors.ts'
import { resetMargins } from '../cost/quotas.ts'
import type { Setting } from '../cost/setting.ts'
import type { ReplicateParameters } from './drawnParameters.ts'
import { fillSubsidies } from '../customs/subsidies.ts'
import type { Economy } from './economy.ts'
import type { Workspace } from './workspace.ts'
import { sourceRegime } from '../cost/sourceRegime.ts'

/** Parts and programmes of the scenario's sets of rules from..to-1 of those that are worked out. */
export function pricePolicy(
  workspace: Workspace,
  economy: Economy,
  parameters: ReplicateParameters,
  from: number,
  to: number,
): void {
  const { industry, draws } = workspace
  const { policy } = economy.scenario
  const { customs, quotas } = economy.setting
  setCustoms(customs, parameters, draws.papersScore)
  if (quotas !== undefined) setCustoms(quotas.outside.customs, parameters, draws.papersScore)
  priceLocalCosts(industry, policy, parameters.local, customs.local)
  chargeParts(policy, parameters.claims, customs.local, customs.charges)
  preparePartsFloors(policy.programmes, parameters, industry, customs.floors)
  priceMetals(policy, parameters.metals, parameters.theta, customs.metals)
  for (let n = from; n < to; n++) {
    const r = customs.order[n]
    sourceRegime(economy.setting, r, draws.partShares)
    chooseProgrammes(customs, r, economy.tables)
    if (quotas !== undefined) chooseProgrammes(quotas.outside.customs, r, quotas.outside.tables)
  }
  if (quotas !== undefined) resetMargins(quotas, economy.tables)
}

/** Subsidies to buyers under all regimes, once their programmes are chosen. */
export function priceSubsidies(
  { industry, customs, subsidies, tables }: Setting,
  parameters: ReplicateParameters,
): void {
  if (subsidies === undefined) return
  preparePartsFloors(subsidies.table.content, parameters, industry, subsidies.floors)
  fillSubsidies(industry, customs.policy, tables, subsidies)
}

/** @param papersScore [line] standard normal score of the line's cost of papers */
function setCustoms(customs: CustomsInputs, parameters: ReplicateParameters, papersScore: Float64Array): void {
  const { paperwork, paperworkSpread } = parameters
  const { papers } = customs
  customs.assemblyShare = parameters.assemblyShare
  customs.theta = parameters.theta
  // At no dispersion exp(0) is 1: each line has the replicate's own cost, to the bit.
  for (let j = 0; j < papers.length; j++) papers[j] = paperwork * exp(paperworkSpread * papersScore[j])
}

/** Parameters that the equations of years and places read. */
export function setParameters(setting: Setting, parameters: ReplicateParameters): void {
  setEquations(setting, parameters)
  if (setting.quotas !== undefined) setEquations(setting.quotas.outside, parameters)
}

function setEquations(setting: Setting, parameters: ReplicateParameters): void {
  setting.assemblyShare = parameters.assemblyShare
  setting.thetaSplit = parameters.thetaSplit
  setting.rowElasticity = parameters.rowElasticity
  setting.pace = parameters.pace
}
