/** The drawn parameters of a replicate, taken from their vector by name. See `scenarios/parameters` for laws and sources. */
import type { CoreMix } from '../content/coreMix.ts'
import type { Elasticities } from '../market/market.ts'
import type { ClosureParameters } from '../cost/closure.ts'
import type { LocalParameters } from '../customs/localCosts.ts'
import type { ClaimParameters } from '../customs/partsClaims.ts'
import type { MetalsParameters } from '../customs/metals.ts'
import { type ParameterName, parameterIndex } from '../draws/parameters.ts'
import { type ClosureForm, closureForms, type DemandKind, demandForms } from '../inputs/policy.ts'
import type { MovingCosts } from '../relocation/decision.ts'
import type { MarketPace } from '../cost/setting.ts'

/** A replicate's parameters under the names the equations use. */
export interface ReplicateParameters {
  readonly elasticities: Elasticities
  readonly pace: MarketPace
  readonly costs: MovingCosts
  /** [place] factor on the cost of labour in assembly. */
  readonly labourScale: Float64Array
  /** Dispersion of parts costs between origins: shares of origins move with cost to the power of -theta. */
  readonly theta: number
  /** Share of assembly in the cost of a vehicle, before duty and freight. */
  readonly assemblyShare: number
  /** Regional and labour value content that customs counts beyond what is there, fractions of vehicle value. */
  readonly rvcSlack: number
  readonly lvcSlack: number
  /** Cost of proving origin, the median over lines, a fraction of customs value; and the dispersion of its logarithm. */
  readonly paperwork: number
  readonly paperworkSpread: number
  /** The same of parts, with what part of them meets the rules of origin. */
  readonly claims: ClaimParameters
  readonly local: LocalParameters
  readonly closure: ClosureParameters
  /** Forms of the model, in scenarios that leave them to the draw. */
  readonly forms: { readonly demand: DemandKind; readonly closure: ClosureForm }
  readonly coreMix: CoreMix
  /** Spread of wages over a country's plants: scale of their logarithm, log-logistic. */
  readonly wageSpread: number
  readonly metals: MetalsParameters
  /** Elasticity theta of the split of a product over its lines, see `split`. */
  readonly thetaSplit: number
  /** Elasticity of demand for exports out of the region. */
  readonly rowElasticity: number
}

type Read = (name: ParameterName) => number

/** @param vector [parameter] drawn values in the order of `parameterNames` */
export function readParameters(vector: Float64Array): ReplicateParameters {
  const read: Read = (name) => vector[parameterIndex(name)]
  const labourScale = Float64Array.of(
    read('labourCostScaleUS'),
    read('labourCostScaleCA'),
    read('labourCostScaleMX'),
    read('labourCostScaleOverseas'),
  )
  return {
    elasticities: readElasticities(read),
    pace: readPace(read),
    costs: readMovingCosts(read),
    labourScale,
    theta: read('partsTheta'),
    assemblyShare: read('assemblyCostShare'),
    rvcSlack: read('rvcSlack'),
    lvcSlack: read('lvcSlack'),
    paperwork: read('paperworkCost'),
    paperworkSpread: read('paperworkSpread'),
    claims: {
      median: read('partsClaimCost'),
      spread: read('paperworkSpread'),
      originatingCA: read('partsOriginatingCA'),
      originatingMX: read('partsOriginatingMX'),
    },
    local: { labourInParts: read('labourInParts'), localShare: read('localCostShare'), labourScale },
    closure: {
      labourSupply: read('labourSupply'),
      partsSupply: read('partsSupply'),
      offset: read('exchangeRateOffset'),
    },
    forms: { demand: demandForms[read('demandForm')], closure: closureForms[read('closureForm')] },
    coreMix: { share: read('corePartsShare'), odds: read('corePartsOdds') },
    wageSpread: read('plantWageSpread'),
    metals: {
      share: read('metalsCostShare'),
      passThrough: read('metalsPassThrough'),
      limitElasticity: read('metalsLimitElasticity'),
      coverage: read('metalsCoverage'),
      neighbourRise: read('metalsNeighbourRise'),
    },
    thetaSplit: read('splitTheta'),
    rowElasticity: read('rowElasticity'),
  }
}

function readElasticities(read: Read): Elasticities {
  return {
    own: read('ownElasticity'),
    market: read('marketElasticity'),
    sigma: read('nestingSigma'),
    ces: read('cesElasticity'),
    income: read('incomePower'),
  }
}

function readPace(read: Read): MarketPace {
  return {
    priceAdjustment: read('priceAdjustment'),
    dutySpread: read('dutySpread'),
    splitAdjustment: read('splitAdjustment'),
    overtimeCost: read('overtimeCost'),
    plantCeiling: read('plantCeiling'),
    sourcingAdjustment: read('sourcingAdjustment'),
  }
}

/** Lags are drawn as real numbers and counted in whole years, at least one. */
function readMovingCosts(read: Read): MovingCosts {
  return {
    sunkExisting: read('sunkCostExistingPlant'),
    sunkNew: read('sunkCostNewPlant'),
    volumePower: read('sunkCostVolumePower'),
    lagExisting: Math.max(1, Math.round(read('lagExistingPlant'))),
    lagNew: Math.max(1, Math.round(read('lagNewPlant'))),
    discount: 1 / (1 + read('discountRate')),
    earlyShock: read('earlyRedesignShock'),
    earlyPremium: read('earlyRedesignPremium'),
  }
}
