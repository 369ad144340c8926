/**
 * Names of the uncertain parameters that one replicate draws once. Their laws, units, ranges and sources are in
 * `scenarios/parameters`; the model needs only the order.
 */
export const parameterNames = [
  'ownElasticity',
  'marketElasticity',
  'nestingSigma',
  'cesElasticity',
  'partsTheta',
  'sourcingAdjustment',
  'assemblyCostShare',
  'rvcSlack',
  'lvcSlack',
  'paperworkCost',
  'locationTheta',
  'labourCostScaleUS',
  'labourCostScaleCA',
  'labourCostScaleMX',
  'labourCostScaleOverseas',
  'priceAdjustment',
  'dutySpread',
  'splitTheta',
  'splitAdjustment',
  'sunkCostExistingPlant',
  'sunkCostNewPlant',
  'sunkCostVolumePower',
  'lagExistingPlant',
  'lagNewPlant',
  'discountRate',
  'overtimeCost',
  'rowElasticity',
  'costShockDeviation',
  'costShockPersistence',
  'earlyRedesignShock',
  'earlyRedesignPremium',
  'chineseCostAdvantage',
  'localProductionPenalty',
  'entrantLocalSourcing',
  'brandGapUS',
  'brandGapCA',
  'brandGapClosing',
  'marketEntryCost',
  'idlePlantCost',
  'displacementLoss',
  'displacementRecovery',
  'farmExportElasticity',
  'farmIncomeShare',
  'metalsCostShare',
  'metalsPassThrough',
  'metalsLimitElasticity',
  'corePartsShare',
  'corePartsOdds',
  'plantWageSpread',
  'paperworkSpread',
  'partsClaimCost',
  'partsOriginatingCA',
  'partsOriginatingMX',
  'metalsCoverage',
  'metalsNeighbourRise',
  'labourInParts',
  'localCostShare',
  'labourSupply',
  'partsSupply',
  'exchangeRateOffset',
  'incomePower',
  'demandForm',
  'closureForm',
  'plantCeiling',
] as const
export type ParameterName = (typeof parameterNames)[number]
/** Those that choose a form of the model, by number in `demandForms` and `closureForms`; the others are numbers of an equation. */
export const formNames = ['demandForm', 'closureForm'] as const
export type FormName = (typeof formNames)[number]

export const parameterCount: number = parameterNames.length

/** Position of a parameter in a replicate's parameter vector. */
export function parameterIndex(name: ParameterName): number {
  return parameterNames.indexOf(name)
}
