/**
 * Bertrand-Nash markups of the nested logit, one number for a maker's products in a nest (a "type"). Section 6 of
 * docs/model.md. Scaled by a/(1 - sigma), the first-order conditions are
 *
 *     x[f,g] = 1 / ((1 - sigma*S[f|g]) * (1 - w[f])),      w[f] = (1 - sigma) * sum_g s[g]*S[f|g] / (1 - sigma*S[f|g])
 *
 * where 1/(1 - w) = 1 + a*Pi: w is the part of a lost sale that the maker's own products recapture. Only the sums
 * T[f,g] = sum_i exp((delta[i] - a*c[i])/(1-sigma)) of a type matter, because its weight at its prices is T*exp(-x).
 * (V. Nocke and N. Schutz, "Multiproduct-firm oligopoly: an aggregative games approach", Econometrica 86 (2018).)
 *
 * Newton's method solves them in four to six rounds, where plain substitution takes 15 to 60. A markup's effects run
 * only through its own share, its nest's sum and its maker's recapture, so that with k = sigma*S/(1 - sigma*S)
 *
 *     dx = h * (k*L[g] + W[f] - residual),     h = x/(1 + x*k)
 *
 * with L[g] = sum_f S*dx the fall of the nest's log sum and W[f] = dw/(1 - w). From
 *
 *     dw[f] = sum_g u*((L[g] - dx)/(1 - sigma*S) - (1 - sigma)*(L[g] - sum_h s[h]*L[h]))
 *
 * where u = (1-sigma)*s[g]*S/(1 - sigma*S), each maker's W follows from the L of its nests, and one linear equation a
 * nest is left.
 *
 * The types stand in the order of their makers, and all that belongs to one is side by side in `typeWork`.
 */
import { exp } from '../../math/elementary.ts'
import { solveDominant } from '../../math/linear.ts'
import type { WorkingEquilibrium } from './equilibrium.ts'
import type { DemandMarket } from './market.ts'
import { shareNests } from './nestedLogit.ts'
import * as workTable from './bertrandWork.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const { typeColumns, makerColumns } = workTable

/** Largest relative residual of a first-order condition that counts as solved. */
const pricingTolerance = 1e-10
/** The search goes on to this residual, which seldom costs a round more. */
const searchTolerance = 1e-12
/** Rounds after which a search is taken to go round in circles, and steps are halved; and after which it ends. */
const wholeStepRounds = 20
const pricingRounds = 100
/** No scaled markup is looked for above this; exp(-600) is still far from underflow. */
const largestScaledMarkup = 600
/**
 * A maker that recaptures less is left out where one nest's fall moves another's through its makers. That saves work in
 * every round, and the step stays good to about this fraction of itself.
 */
const negligibleRecapture = 0.02
const weight = 0
const markup = 1
const share = 2
const ownPull = 3
const response = 4
const spill = 5
const residual = 6
const recapture = 0
const constant = 1
const inverseResistance = 2

/**
 * Finds the markups at the weights that `weighProducts` has left in `typeWeight`, from the warm start `typeMarkup`.
 * Fills `typeMarkup`, `typeShare`, `nestShare`, `inclusiveValue`, `rounds` and `converged`.
 */
export function bertrandMarkups(market: DemandMarket, eq: WorkingEquilibrium): void {
  loadTypes(market, eq)
  for (eq.rounds = 1; ; eq.rounds++) {
    sumNests(eq)
    shareNests(market, eq)
    const largest = measureResiduals(market, eq)
    if (largest < searchTolerance || eq.rounds === pricingRounds) {
      eq.converged = largest < pricingTolerance ? 1 : 0
      break
    }
    weighMakers(market, eq)
    balanceNests(market, eq)
    solveDominant(eq.work.nestSystem, eq.work.nestFall.length + 2, eq.work.nestFall)
    stepMarkups(market, eq)
  }
  storeTypes(market, eq)
}

/** Weights and scaled markups; 1, the markup of a maker without market power, where the warm start cannot be used. */
function loadTypes(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { typeWeight, typeMarkup } = eq
  const { makerTypes, typeWork } = eq.work
  const scale = market.a / (1 - market.sigma)
  for (let p = 0; p < makerTypes.length; p++) {
    const n = makerTypes[p]
    const scaled = typeMarkup[n] * scale
    typeWork[p * typeColumns + weight] = typeWeight[n]
    typeWork[p * typeColumns + markup] = scaled >= 1 && scaled <= largestScaledMarkup ? scaled : 1
  }
}

/** Weights of types and nests at their prices; the column of shares holds them until `measureResiduals` divides. */
function sumNests(eq: WorkingEquilibrium): void {
  const { nestSum } = eq
  const { makerNests, typeWork } = eq.work
  nestSum.fill(0)
  for (let p = 0; p < makerNests.length; p++) {
    const row = p * typeColumns
    const own = typeWork[row + weight]
    const atPrice = own === 0 ? 0 : own * exp(-typeWork[row + markup])
    typeWork[row + share] = atPrice
    nestSum[makerNests[p]] += atPrice
  }
}

/** Shares of nests, recapture and residuals, maker by maker. Returns the largest residual. */
function measureResiduals(market: DemandMarket, eq: WorkingEquilibrium): number {
  const { nestShare } = eq
  const { makerOff, makerNests, typeWork, makerWork, nestFall } = eq.work
  const sigma = market.sigma
  const within = 1 - sigma
  // Until the step is solved for, the column of its falls holds the reciprocals of the nests' sums.
  for (let g = 0; g < nestFall.length; g++) nestFall[g] = eq.nestSum[g] > 0 ? 1 / eq.nestSum[g] : 0
  let largest = 0
  for (let f = 0; f + 1 < makerOff.length; f++) {
    const first = makerOff[f]
    const last = makerOff[f + 1]
    let recaptured = 0
    for (let p = first; p < last; p++) {
      const row = p * typeColumns
      const g = makerNests[p]
      const s = typeWork[row + share] * nestFall[g]
      const steepness = 1 / (1 - sigma * s)
      const part = within * nestShare[g] * s * steepness
      typeWork[row + share] = s
      typeWork[row + ownPull] = sigma * s * steepness
      typeWork[row + spill] = part
      recaptured += part
    }
    makerWork[f * makerColumns + recapture] = recaptured
    for (let p = first; p < last; p++) {
      const row = p * typeColumns
      const excess = typeWork[row + markup] * (1 - sigma * typeWork[row + share]) * (1 - recaptured) - 1
      // The step is taken in logarithms: ln(1 + excess), to the third order.
      typeWork[row + residual] = excess / (1 + 0.5 * excess)
      if (excess > largest) largest = excess
      else if (-excess > largest) largest = -excess
    }
  }
  return largest
}

/** Each type's h, and what each maker's W is made of: `spill` on L, the constant, its resistance to its own markups. */
function weighMakers(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { makerOff, typeWork, makerWork } = eq.work
  const within = 1 - market.sigma
  for (let f = 0; f + 1 < makerOff.length; f++) {
    const maker = f * makerColumns
    let resistance = 1 - makerWork[maker + recapture]
    let sum = 0
    const last = makerOff[f + 1]
    for (let p = makerOff[f]; p < last; p++) {
      const row = p * typeColumns
      const x = typeWork[row + markup]
      const pull = typeWork[row + ownPull]
      const damping = 1 / (1 + x * pull)
      const part = typeWork[row + spill]
      const own = part * x * damping * (1 + pull)
      typeWork[row + response] = x * damping
      typeWork[row + spill] = part * (damping * (1 + pull) - within)
      resistance += own
      sum += own * typeWork[row + residual]
    }
    makerWork[maker + inverseResistance] = 1 / resistance
    makerWork[maker + constant] = sum / resistance
  }
}

/**
 * The linear equations of L, a row of `nestSystem` each. The effect of the mean L on a nest is gathered as one number
 * and spread over the row's coefficients at the end.
 */
function balanceNests(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { nestShare } = eq
  const { makerOff, makerNests, typeWork, makerWork, nestSystem } = eq.work
  const nests = nestShare.length
  const width = nests + 2
  nestSystem.fill(0)
  for (let f = 0; f + 1 < makerOff.length; f++) {
    const maker = f * makerColumns
    const recaptured = makerWork[maker + recapture]
    const inverse = makerWork[maker + inverseResistance]
    const coupled = recaptured > negligibleRecapture
    const first = makerOff[f]
    const last = makerOff[f + 1]
    const fixed = makerWork[maker + constant]
    for (let p = first; p < last; p++) {
      const row = p * typeColumns
      const line = makerNests[p] * width
      const reach = typeWork[row + share] * typeWork[row + response]
      nestSystem[line + makerNests[p]] -= reach * typeWork[row + ownPull]
      nestSystem[line + nests] += reach * (fixed - typeWork[row + residual])
      if (!coupled) continue
      nestSystem[line + nests + 1] += reach * recaptured * inverse
      const spread = reach * inverse
      for (let q = first; q < last; q++) {
        nestSystem[line + makerNests[q]] -= spread * typeWork[q * typeColumns + spill]
      }
    }
  }
  for (let g = 0; g < nests; g++) {
    const throughMean = nestSystem[g * width + nests + 1] * (1 - market.sigma)
    for (let h = 0; h < nests; h++) nestSystem[g * width + h] -= throughMean * nestShare[h]
    nestSystem[g * width + g] += 1
  }
}

/** The step itself. Far from the solution it may at most halve or double a markup; no equilibrium has one below 1. */
function stepMarkups(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { nestShare } = eq
  const { makerOff, makerNests, typeWork, makerWork, nestFall } = eq.work
  const pace = eq.rounds > wholeStepRounds ? 0.5 : 1
  let meanFall = 0
  for (let g = 0; g < nestFall.length; g++) meanFall += (1 - market.sigma) * nestShare[g] * nestFall[g]
  for (let f = 0; f + 1 < makerOff.length; f++) {
    const maker = f * makerColumns
    const first = makerOff[f]
    const last = makerOff[f + 1]
    let spilled = makerWork[maker + recapture] * meanFall
    for (let p = first; p < last; p++) {
      spilled += typeWork[p * typeColumns + spill] * nestFall[makerNests[p]]
    }
    const recaptureRise = makerWork[maker + constant] + makerWork[maker + inverseResistance] * spilled
    for (let p = first; p < last; p++) {
      const row = p * typeColumns
      const x = typeWork[row + markup]
      const pull = typeWork[row + ownPull] * nestFall[makerNests[p]] + recaptureRise
      const next = x + pace * typeWork[row + response] * (pull - typeWork[row + residual])
      const least = x > 2 ? x / 2 : 1
      const most = x < largestScaledMarkup / 2 ? 2 * x : largestScaledMarkup
      // A step that is not a number also ends at the least.
      typeWork[row + markup] = next > least ? (next < most ? next : most) : least
    }
  }
}

/** Markups in money and shares of nests, back in the order of types. */
function storeTypes(market: DemandMarket, eq: WorkingEquilibrium): void {
  const { typeMarkup, typeShare } = eq
  const { makerTypes, typeWork } = eq.work
  const unit = (1 - market.sigma) / market.a
  for (let p = 0; p < makerTypes.length; p++) {
    typeMarkup[makerTypes[p]] = typeWork[p * typeColumns + markup] * unit
    typeShare[makerTypes[p]] = typeWork[p * typeColumns + share]
  }
}
