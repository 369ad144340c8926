/** Parameter laws for tests of the model: every parameter constant, at a value near the middle of its range. */
import { type ParameterLaws, lawKinds } from '../../engine/model/draws/parameterLaws.ts'
import {
  type ParameterName,
  parameterCount,
  parameterNames,
  parameterIndex,
} from '../../engine/model/draws/parameters.ts'

const middle: Readonly<Record<ParameterName, number>> = {
  ownElasticity: 5.2,
  marketElasticity: 1.25,
  nestingSigma: 0.65,
  cesElasticity: 5.2,
  partsTheta: 4,
  sourcingAdjustment: 0.2,
  assemblyCostShare: 0.15,
  rvcSlack: 0.18,
  lvcSlack: 0.08,
  paperworkCost: 0.015,
  locationTheta: 7.5,
  labourCostScaleUS: 1,
  labourCostScaleCA: 1,
  labourCostScaleMX: 1,
  labourCostScaleOverseas: 1,
  priceAdjustment: 0.35,
  dutySpread: 0.6,
  splitTheta: 8,
  splitAdjustment: 0.5,
  sunkCostExistingPlant: 0.9,
  sunkCostNewPlant: 2.5,
  sunkCostVolumePower: 0.7,
  lagExistingPlant: 2,
  lagNewPlant: 3,
  discountRate: 0.09,
  overtimeCost: 0.1,
  plantCeiling: 1.2,
  rowElasticity: 4,
  costShockDeviation: 0,
  costShockPersistence: 0.7,
  earlyRedesignShock: 0.1,
  earlyRedesignPremium: 1.25,
  chineseCostAdvantage: 0.2,
  localProductionPenalty: 0.12,
  entrantLocalSourcing: 0.5,
  brandGapUS: 0.2,
  brandGapCA: 0.15,
  brandGapClosing: 0.12,
  marketEntryCost: 0.5,
  idlePlantCost: 1.2,
  displacementLoss: 0.3,
  displacementRecovery: 0.1,
  farmExportElasticity: 1.5,
  farmIncomeShare: 0.35,
  metalsCostShare: 0.08,
  metalsPassThrough: 0.6,
  metalsLimitElasticity: 0.8,
  corePartsShare: 0.5,
  corePartsOdds: 2.5,
  plantWageSpread: 0.14,
  paperworkSpread: 0,
  labourInParts: 0.22,
  localCostShare: 0.6,
  labourSupply: 5,
  partsSupply: 5,
  exchangeRateOffset: 0.3,
  incomePower: 0.8,
  demandForm: 1,
  closureForm: 0,
  partsClaimCost: 0.016,
  partsOriginatingCA: 0.88,
  partsOriginatingMX: 0.79,
  metalsCoverage: 0.65,
  metalsNeighbourRise: 0.5,
}

/** Laws at the middle values, with some constants replaced. */
export function constantLaws(changes: Partial<Record<ParameterName, number>> = {}): ParameterLaws {
  const correlation = new Float64Array(parameterCount * parameterCount)
  for (let p = 0; p < parameterCount; p++) correlation[p * parameterCount + p] = 1
  return {
    kinds: new Uint8Array(parameterCount).fill(lawKinds.indexOf('constant')),
    a: Float64Array.from(parameterNames, (name) => changes[name] ?? middle[name]),
    b: new Float64Array(parameterCount),
    c: new Float64Array(parameterCount),
    tables: new Float64Array(0),
    correlation,
  }
}

/** The same with some parameters drawn evenly between two values. */
export function uniformLaws(ranges: Partial<Record<ParameterName, readonly [number, number]>>): ParameterLaws {
  const laws = constantLaws()
  for (const [name, range] of Object.entries(ranges)) {
    const p = parameterIndex(name as ParameterName)
    laws.kinds[p] = lawKinds.indexOf('uniform')
    laws.a[p] = range[0]
    laws.b[p] = range[1]
  }
  return laws
}
