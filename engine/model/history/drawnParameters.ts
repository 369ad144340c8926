import type { CoreMix } from '../content/coreMix.ts'
import type { Elasticities } from '../market/market.ts'
import type { MetalsParameters } from '../customs/metals.ts'
import { type ParameterName, parameterIndex } from '../draws/parameters.ts'
import type { MovingCosts } from '../relocation/decision.ts'
import type { MarketPace } from '../cost/setting.ts'

/** A replicate's parameters under the names the equations use. */
export interface ReplicateParameters {
  readonly elasticities: Elasticities
  readonly pace: MarketPace
  readonly costs: MovingCosts
  readonly labourScale: Float64Array
  readonly theta: number
  readonly assemblyShare: number
  readonly rvcSlack: number
  readonly lvcSlack: number
  readonly paperwork: number
  readonly coreMix: CoreMix
  readonly wageSpread: number
  readonly metals: MetalsParameters
  readonly thetaSplit: number
  readonly rowElasticity: number
}

export function readParameters(vector: Float64Array): ReplicateParameters {
  const read = (name: ParameterName): number => vector[parameterIndex(name)]
  return {
    elasticities: {
      own: read('ownElasticity'),
      market: read('marketElasticity'),
      sigma: read('nestingSigma'),
      ces: read('cesElasticity'),
    },
    pace: {
      priceAdjustment: read('priceAdjustment'),
      dutySpread: read('dutySpread'),
      splitAdjustment: read('splitAdjustment'),
      overtimeCost: read('overtimeCost'),
      sourcingAdjustment: read('sourcingAdjustment'),
    },
    costs: {
      sunkExisting: read('sunkCostExistingPlant'),
      sunkNew: read('sunkCostNewPlant'),
      volumePower: read('sunkCostVolumePower'),
      lagExisting: Math.max(1, Math.round(read('lagExistingPlant'))),
      lagNew: Math.max(1, Math.round(read('lagNewPlant'))),
      discount: 1 / (1 + read('discountRate')),
      earlyShock: read('earlyRedesignShock'),
      earlyPremium: read('earlyRedesignPremium'),
    },
    labourScale: Float64Array.of(
      read('labourCostScaleUS'),
      read('labourCostScaleCA'),
      read('labourCostScaleMX'),
      read('labourCostScaleOverseas'),
    ),
    theta: read('partsTheta'),
    assemblyShare: read('assemblyCostShare'),
    rvcSlack: read('rvcSlack'),
    lvcSlack: read('lvcSlack'),
    paperwork: read('paperworkCost'),
    coreMix: { share: read('corePartsShare'), odds: read('corePartsOdds') },
    wageSpread: read('plantWageSpread'),
    metals: {
      share: read('metalsCostShare'),
      passThrough: read('metalsPassThrough'),
      limitElasticity: read('metalsLimitElasticity'),
    },
    thetaSplit: read('splitTheta'),
    rowElasticity: read('rowElasticity'),
  }
}
