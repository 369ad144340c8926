/**
 * A content rule when assembly is free to move: jobs by country, after Head, Mayer and Melitz (2024), section on
 * endogenous assembly. The closure is that of `closure.ts` and `laffer.ts`.
 *
 * A carline that will not comply may stay and pay its penalty, move to another country of the region and pay the one
 * there, or move overseas (`overseas.ts`). It takes the cheapest. Carlines that would be built overseas without any
 * rule are not in the sample. Building overseas gets dearer as delta rises, and complying cheaper, so that for one
 * alpha the choices are intervals of ln delta, from below: not in the sample, overseas, not complying (staying or
 * moving within the region, whichever is cheaper), complying at a cost, complying freely. Parts jobs stay with the
 * country of origin, as in the paper; assembly jobs move with the carline.
 */
import { exp, pow } from '../../math/elementary.ts'
import { normalCdf } from '../../math/normalQuantile.ts'
import { freeShare } from './carline.ts'
import type { Carline } from './carlines.ts'
import {
  assemblyNodesAbove,
  assemblyNodesBelow,
  checkParameters,
  checkRule,
  closureName,
  normalDensity,
  standardPrecision,
  type Closure,
  type ClosureParameters,
  type Penalty,
  type Precision,
} from './closure.ts'
import { addConstrained, addNonCompliant, cutoffsOf, emptySums, type Cutoffs, type Sums } from './laffer.ts'
import { leavingCutoff, overseasCutoff, paperKappa } from './overseas.ts'

/**
 * Assembly jobs of US, CA, MX, which only set how many jobs a carline brings when it moves; from the programs
 * published with the paper. (They scale them to what they would be without a rule, which changes their ratios by less
 * than 1%.)
 */
const paperAssemblyJobs: readonly number[] = [81727, 37135, 62757]

/** Changes against no rule, fractions. */
export interface CountryJobs {
  readonly partShareChange: number
  readonly partsJobsChange: number
  readonly assemblyJobsChange: number
  readonly totalJobsChange: number
}

export interface RelocationOutcome {
  readonly closure: typeof closureName
  readonly rule: number
  /** [US, CA, MX]; undefined where the sample has no carlines. */
  readonly byCountry: readonly (CountryJobs | undefined)[]
  readonly region: CountryJobs
  /** Share of carlines that move to another country of the region, and that leave it. */
  readonly movedWithin: number
  readonly movedOverseas: number
}

/** The closure where assembly is free to move. */
interface FreeClosure extends Closure {
  /** Factor on the price of parts between the region and overseas. */
  readonly kappa: number
}

/** Sums for the carlines of one country. `stay` has no moved carlines; `parts` has all. */
interface CountrySums {
  sample: number
  readonly stay: Sums
  readonly parts: Sums
  movedOverseas: number
  /** [destination] mass moved within the region, and the sum of its prices to the power 1-eta. */
  readonly moved: Float64Array
  readonly movedPrice: Float64Array
}

function emptyCountry(): CountrySums {
  return {
    sample: 0,
    stay: emptySums(),
    parts: emptySums(),
    movedOverseas: 0,
    moved: new Float64Array(3),
    movedPrice: new Float64Array(3),
  }
}

/** Adds a carline at one alpha, of probability `mass`, to its country's sums. */
function addCarline(carline: Carline, cutoffs: Cutoffs, mass: number, closure: FreeClosure, sums: CountrySums): void {
  const { kappa, parameters } = closure
  const { alpha, cutoff, free } = cutoffs
  const moves = carline.region.tau < carline.stay.tau
  const penalty = moves ? carline.region : carline.stay
  const overseas = carline.overseas
  const inSample = overseasCutoff(1, alpha, overseas.tau, kappa, parameters)
  const leaves = Math.max(inSample, leavingCutoff(cutoffs, penalty.tau, overseas.tau, kappa, parameters))
  const paysTo = Math.max(leaves, cutoff)
  sums.sample += mass * (1 - normalCdf(inSample))
  addOverseas(inSample, Math.min(leaves, free), mass, overseas, closure, sums)
  const paying = mass * (normalCdf(paysTo) - normalCdf(leaves))
  addNonCompliant(paying, alpha, penalty, parameters, sums.parts)
  if (moves) {
    const pricePower = parameters.price === 'cost' ? 1 : 1 - alpha
    sums.moved[carline.regionPlace] += paying
    sums.movedPrice[carline.regionPlace] += paying * pow(penalty.tau, pricePower * (1 - parameters.eta))
  } else {
    addNonCompliant(paying, alpha, penalty, parameters, sums.stay)
  }
  addConstrained(cutoffs, paysTo, free, mass, closure, sums.parts)
  addConstrained(cutoffs, paysTo, free, mass, closure, sums.stay)
}

/** Adds carlines that leave the region: they buy fewer of its parts, and sell as the penalty overseas has it. */
function addOverseas(
  from: number,
  to: number,
  probability: number,
  penalty: Penalty,
  { kappa, parameters, precision }: FreeClosure,
  sums: CountrySums,
): void {
  if (!(to > from)) return
  const { theta, eta, mu, sigma } = parameters
  const { nodes, weights } = precision.delta
  const quantity = pow(penalty.tauQ, -eta)
  for (let n = 0; n < nodes.length; n++) {
    const z = from + (to - from) * nodes[n]
    const mass = probability * (to - from) * weights[n] * normalDensity(z)
    const delta = exp(mu + sigma * z)
    const ratio = freeShare(delta / (kappa * kappa), theta) / freeShare(delta, theta)
    sums.parts.partShareRatio += mass * (ratio - 1)
    sums.parts.partsJobs += mass * (ratio * quantity - 1)
    sums.movedOverseas += mass
  }
}

/** What a rule does when carlines may move. Arguments and errors as for `lafferOutcome`. */
export function relocationOutcome(
  carlines: readonly Carline[],
  rule: number,
  parameters: ClosureParameters,
  kappa: number = paperKappa,
  assemblyJobs: readonly number[] = paperAssemblyJobs,
  precision: Precision = standardPrecision,
): RelocationOutcome {
  checkParameters(parameters)
  checkRule(rule)
  if (carlines.length === 0) throw new RangeError('replication closure: at least one carline is needed; given: none')
  const closure = { parameters, precision, kappa }
  const sums = [emptyCountry(), emptyCountry(), emptyCountry()]
  const below = assemblyNodesBelow(rule, parameters, precision.assembly)
  const above = assemblyNodesAbove(rule, parameters, precision.assembly)
  for (const carline of carlines) {
    const country = sums[carline.place]
    const tau = Math.min(carline.stay.tau, carline.region.tau)
    below.alpha.forEach((alpha, i) => {
      const cutoffs = cutoffsOf(rule, alpha, tau, parameters)
      addCarline(carline, cutoffs, below.probability[i], closure, country)
    })
    above.alpha.forEach((alpha, i) => {
      const inSample = overseasCutoff(1, alpha, carline.overseas.tau, kappa, parameters)
      country.sample += above.probability[i] * (1 - normalCdf(inSample))
    })
  }
  return outcomeOf(rule, sums, parameters, assemblyJobs)
}

function outcomeOf(
  rule: number,
  sums: readonly CountrySums[],
  parameters: ClosureParameters,
  assemblyJobs: readonly number[],
): RelocationOutcome {
  const total = (of: (country: CountrySums) => number): number => sums.reduce((sum, country) => sum + of(country), 0)
  const sample = total((country) => country.sample)
  const within = total((country) => country.moved.reduce((sum, mass) => sum + mass, 0))
  const away = total((country) => country.movedOverseas)
  // In the region as a whole only those who leave it take assembly jobs away.
  const price = total((country) => country.parts.price)
  const inRegion = sample - away
  const regionJobs = (inRegion / sample) * pow(1 + price / inRegion, -parameters.eta / (1 - parameters.eta))
  return {
    closure: closureName,
    rule,
    byCountry: sums.map((country, place) =>
      country.sample > 0 ? countryJobs(place, sums, assemblyJobs, parameters) : undefined,
    ),
    region: jobsOf(
      sample,
      total((country) => country.parts.partShareRatio),
      total((country) => country.parts.partsJobs),
      regionJobs,
      parameters,
    ),
    movedWithin: within / sample,
    movedOverseas: away / sample,
  }
}

function countryJobs(
  place: number,
  sums: readonly CountrySums[],
  assemblyJobs: readonly number[],
  parameters: ClosureParameters,
): CountryJobs {
  const { sample, parts } = sums[place]
  const assembly = assemblyAt(place, sums, assemblyJobs, parameters)
  return jobsOf(sample, parts.partShareRatio, parts.partsJobs, assembly, parameters)
}

function jobsOf(
  sample: number,
  partShareRatio: number,
  partsJobs: number,
  assembly: number,
  parameters: ClosureParameters,
): CountryJobs {
  const zeta = parameters.assemblyToPartsJobs
  const partsJobsChange = partsJobs / sample
  const assemblyJobsChange = assembly - 1
  return {
    partShareChange: partShareRatio / sample,
    partsJobsChange,
    assemblyJobsChange,
    totalJobsChange: (partsJobsChange + zeta * assemblyJobsChange) / (1 + zeta),
  }
}

/**
 * Assembly jobs of a country over those without a rule: of the carlines that stay, and of those that come, each group
 * with quantity P^-eta of its own price index P, in proportion to the jobs of the country they come from.
 */
function assemblyAt(
  place: number,
  sums: readonly CountrySums[],
  assemblyJobs: readonly number[],
  parameters: ClosureParameters,
): number {
  const power = -parameters.eta / (1 - parameters.eta)
  const own = sums[place]
  const gone = own.movedOverseas + own.moved.reduce((sum, mass) => sum + mass, 0)
  const stayers = own.sample - gone
  let jobs = stayers > 0 ? (stayers / own.sample) * pow(1 + own.stay.price / stayers, power) : 0
  sums.forEach((country, origin) => {
    const mass = country.moved[place]
    if (mass > 0) {
      const scale = assemblyJobs[origin] / assemblyJobs[place]
      jobs += scale * (mass / country.sample) * pow(country.movedPrice[place] / mass, power)
    }
  })
  return jobs
}
