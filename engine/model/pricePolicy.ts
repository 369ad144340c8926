/**
 * What a scenario's regimes make of the drawn parameters: parts, programmes and their costs. Sections 3 and 4 of
 * docs/model.md.
 */
import { chooseProgrammes, type CustomsInputs } from './customs.ts'
import { priceMetals } from './metals.ts'
import { preparePartsFloors } from './partsFloors.ts'
import { resetMargins } from './quotas.ts'
import type { Setting } from './regimes.ts'
import type { ReplicateParameters } from './replicate.ts'
import { placeCount } from './sets.ts'
import { fillSubsidies } from './subsidies.ts'
import { raiseParts, sourceParts } from './sourcing.ts'
import type { ScenarioSpace, Workspace } from './workspace.ts'

/** Parts and programmes of the scenario's regimes from..to-1. */
export function pricePolicy(
  workspace: Workspace,
  space: ScenarioSpace,
  parameters: ReplicateParameters,
  from: number,
  to: number,
): void {
  const { industry, draws } = workspace
  const { policy } = space.scenario
  const { customs, quotas } = space.setting
  setCustoms(customs, parameters)
  if (quotas !== undefined) setCustoms(quotas.outside.customs, parameters)
  preparePartsFloors(policy.programmes, parameters, industry, customs.floors)
  priceMetals(policy, parameters.metals, parameters.theta, customs.metals)
  for (let r = from; r < to; r++) {
    sourceRegime(space.setting, r, draws.partShares)
    chooseProgrammes(industry, customs, r, space.tables)
    if (quotas !== undefined) chooseProgrammes(industry, quotas.outside.customs, r, quotas.outside.tables)
  }
  if (quotas !== undefined) resetMargins(quotas, space.tables)
}

/** Subsidies to buyers under all regimes, once their programmes are chosen. */
export function priceSubsidies({ industry, subsidies, tables }: Setting, parameters: ReplicateParameters): void {
  if (subsidies === undefined) return
  preparePartsFloors(subsidies.table.content, parameters, industry, subsidies.floors)
  fillSubsidies(industry, tables, subsidies)
}

/** Parts of one regime at its duties on parts and metals. */
export function sourceRegime({ customs, sourcing, industry }: Setting, r: number, partShares: Float64Array): void {
  const { policy, theta, metals } = customs
  const lines = industry.lines.length
  sourceParts(policy.partsDuty, r, lines, partShares, theta, sourcing, policy.chineseSuppliers?.[r] ?? 1)
  for (let o = 0; o < placeCount; o++) raiseParts(metals.factor[r * placeCount + o], r, o, lines, sourcing)
}

function setCustoms(customs: CustomsInputs, parameters: ReplicateParameters): void {
  customs.assemblyShare = parameters.assemblyShare
  customs.theta = parameters.theta
  customs.paperwork = parameters.paperwork
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
}
