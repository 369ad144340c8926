/**
 * Which uncertain parameters belong together, for analyses that vary many at once: a group is a question that one
 * reader would look into as a whole. The grouping is a judgement; it changes no draw.
 */
import type { ParameterName } from '../../engine/model/draws/parameters.ts'
import type { Parameter } from './parameter.ts'

export const parameterGroupNames = [
  'demand',
  'pricing',
  'parts sourcing',
  'content rules',
  'plant efficiency',
  'labour costs',
  'wages and exchange rates',
  'moving costs',
  'cost shocks',
  'Chinese makers',
  'displaced workers',
  'farms',
  'metals',
  'form of the model',
] as const
export type ParameterGroup = (typeof parameterGroupNames)[number]

export const parameterGroups = {
  ownElasticity: 'demand',
  marketElasticity: 'demand',
  nestingSigma: 'demand',
  cesElasticity: 'demand',
  rowElasticity: 'demand',
  incomePower: 'demand',
  priceAdjustment: 'pricing',
  dutySpread: 'pricing',
  partsTheta: 'parts sourcing',
  sourcingAdjustment: 'parts sourcing',
  assemblyCostShare: 'parts sourcing',
  rvcSlack: 'content rules',
  lvcSlack: 'content rules',
  paperworkCost: 'content rules',
  paperworkSpread: 'content rules',
  partsClaimCost: 'content rules',
  partsOriginatingCA: 'content rules',
  partsOriginatingMX: 'content rules',
  corePartsShare: 'content rules',
  corePartsOdds: 'content rules',
  plantWageSpread: 'content rules',
  locationTheta: 'plant efficiency',
  splitTheta: 'plant efficiency',
  splitAdjustment: 'plant efficiency',
  overtimeCost: 'plant efficiency',
  plantCeiling: 'plant efficiency',
  labourCostScaleUS: 'labour costs',
  labourCostScaleCA: 'labour costs',
  labourCostScaleMX: 'labour costs',
  labourCostScaleOverseas: 'labour costs',
  labourInParts: 'labour costs',
  localCostShare: 'labour costs',
  labourSupply: 'wages and exchange rates',
  partsSupply: 'wages and exchange rates',
  exchangeRateOffset: 'wages and exchange rates',
  sunkCostExistingPlant: 'moving costs',
  sunkCostNewPlant: 'moving costs',
  sunkCostVolumePower: 'moving costs',
  lagExistingPlant: 'moving costs',
  lagNewPlant: 'moving costs',
  discountRate: 'moving costs',
  earlyRedesignShock: 'moving costs',
  earlyRedesignPremium: 'moving costs',
  costShockDeviation: 'cost shocks',
  costShockPersistence: 'cost shocks',
  chineseCostAdvantage: 'Chinese makers',
  localProductionPenalty: 'Chinese makers',
  entrantLocalSourcing: 'Chinese makers',
  brandGapUS: 'Chinese makers',
  brandGapCA: 'Chinese makers',
  brandGapClosing: 'Chinese makers',
  marketEntryCost: 'Chinese makers',
  idlePlantCost: 'Chinese makers',
  displacementLoss: 'displaced workers',
  displacementRecovery: 'displaced workers',
  farmExportElasticity: 'farms',
  farmIncomeShare: 'farms',
  metalsCostShare: 'metals',
  metalsPassThrough: 'metals',
  metalsLimitElasticity: 'metals',
  metalsCoverage: 'metals',
  metalsNeighbourRise: 'metals',
  demandForm: 'form of the model',
  closureForm: 'form of the model',
} as const

type Groups = typeof parameterGroups
type InGroup<Group extends ParameterGroup> = {
  [Name in ParameterName]: Groups[Name] extends Group ? Name : never
}[ParameterName]

/** The rows of all parameters of some groups: one that is missing, or belongs elsewhere, does not compile. */
export type GroupTable<Group extends ParameterGroup> = Readonly<Record<InGroup<Group>, Parameter>>
