/**
 * The Laffer curve for rules of origin by brute force, for tests: a grid over the quantiles of delta and of the
 * assembly share, each carline taking the cheapest of all it may do. No cut-offs, no quadrature, and costs by the
 * paper's own formulas instead of the content ladder. Good to about 1e-4.
 */
import { betaQuantile } from '../../engine/math/betaQuantile.ts'
import { normalQuantile } from '../../engine/math/normalQuantile.ts'
import type { Carline } from '../../engine/model/replication/carlines.ts'
import type { ClosureParameters, Penalty } from '../../engine/model/replication/closure.ts'

const grid = 400

interface Agent {
  readonly alpha: number
  readonly delta: number
  readonly chiFree: number
  readonly costFree: number
  /** Part and cost shares, and part cost over the free one, if it complies. */
  readonly chi: number
  readonly lambda: number
  readonly penalty: number
}

function* agents(rule: number, p: ClosureParameters): Generator<Agent> {
  const a = p.assemblyMean * p.assemblyConcentration
  for (let i = 0; i < grid; i++) {
    const alpha = betaQuantile((i + 0.5) / grid, a, p.assemblyConcentration - a)
    for (let n = 0; n < grid; n++) {
      yield agent(rule, alpha, Math.exp(p.mu + p.sigma * normalQuantile((n + 0.5) / grid)), p)
    }
  }
}

/** Equations (2) to (5) of the paper. */
function agent(rule: number, alpha: number, delta: number, { theta }: ClosureParameters): Agent {
  const chiFree = 1 / (1 + delta ** -theta)
  const costFree = (1 + delta ** -theta) ** (-1 / theta)
  const lambda = Math.max(chiFree, (rule - alpha) / (1 - alpha))
  const chi = 1 / (1 + ((1 / lambda - 1) / delta) ** (theta / (theta + 1)))
  const k = (theta + 1) / theta
  const penalty = lambda > chiFree ? (chi ** k + delta * (1 - chi) ** k) / costFree : 1
  return { alpha, delta, chiFree, costFree, chi: lambda > chiFree ? chi : chiFree, lambda, penalty }
}

/** Outcomes by name, as in `RuleOutcome` and `RelocationOutcome`. */
export type GridOutcome = Readonly<Record<string, number>>

export function lafferOnGrid(penalty: Penalty, rule: number, p: ClosureParameters): GridOutcome {
  let [constrained, nonCompliant, content, x, l, la, price] = [0, 0, 0, 0, 0, 0, 0]
  for (const { alpha, chiFree, chi, lambda, penalty: partsPenalty } of agents(rule, p)) {
    const cost = partsPenalty ** (1 - alpha)
    const complies = cost <= penalty.tau
    const quantity = complies ? cost ** -p.eta : penalty.tauQ ** -p.eta
    const ratio = complies ? chi / chiFree : 1
    if (!complies) nonCompliant++
    else if (cost > 1) constrained++
    content += alpha + (1 - alpha) * (complies ? lambda : chiFree)
    x += ratio
    l += ratio * quantity
    la += quantity
    price += (complies ? cost : penalty.tau) ** (1 - p.eta)
  }
  const mass = grid * grid
  return {
    constrained: constrained / mass,
    nonCompliant: nonCompliant / mass,
    content: content / mass,
    partShareChange: x / mass - 1,
    partsJobsChange: l / mass - 1,
    assemblyJobsChange: la / mass - 1,
    priceChange: (price / mass) ** (1 / (1 - p.eta)) - 1,
  }
}

/** The region's jobs, and the shares of movers, of one carline that may move. */
export function relocationOnGrid(carline: Carline, rule: number, kappa: number, p: ClosureParameters): GridOutcome {
  const { theta, eta } = p
  let [sample, within, away, x, l, price] = [0, 0, 0, 0, 0, 0]
  for (const { alpha, delta, chiFree, costFree, chi, penalty } of agents(rule, p)) {
    const far = delta / kappa ** 2
    const farCost = kappa * (1 + far ** -theta) ** (-1 / theta)
    const overseas = carline.overseas.tau * (farCost / costFree) ** (1 - alpha)
    if (overseas < 1) continue
    const comply = penalty ** (1 - alpha)
    const cost = Math.min(comply, carline.stay.tau, carline.region.tau, overseas)
    sample++
    if (cost === comply) {
      x += chi / chiFree
      l += (chi / chiFree) * comply ** -eta
      price += comply ** (1 - eta)
    } else if (cost === overseas) {
      const ratio = 1 / (1 + far ** -theta) / chiFree
      x += ratio
      l += ratio * carline.overseas.tauQ ** -eta
      away++
    } else {
      const moves = carline.region.tau < carline.stay.tau
      const paid = moves ? carline.region : carline.stay
      if (moves) within++
      x += 1
      l += paid.tauQ ** -eta
      price += paid.tau ** (1 - eta)
    }
  }
  const staying = sample - away
  return {
    partShareChange: x / sample - 1,
    partsJobsChange: l / sample - 1,
    assemblyJobsChange: (staying / sample) * (price / staying) ** (-eta / (1 - eta)) - 1,
    movedWithin: within / sample,
    movedOverseas: away / sample,
  }
}
