/**
 * Wages, prices of parts and exchange rates that answer to what policy does to the industry. Section 5 of docs/model.md.
 *
 *   ln wage[o]  = (jobs[o]/jobs0[o] - 1) / labourSupply
 *   ln parts[k] = what wages and the currency make of it + (partsOutput[o]/partsOutput0[o] - 1) / partsSupply
 *   ln e[o]     = - offset * (average US duty on all that o sells there, less that of the base year)
 *
 * with last year's jobs and output of parts, so that no year is solved twice, and the duty of the regime (`exchangeRates`). All
 * are multiples of what the scenario's own paths of wages and currencies say (`localCosts`), and enter costs by the same
 * equations. A reduced form: no other industry, no income, no trade balance; it is not general equilibrium.
 *
 * Programmes and content are chosen at the prices of the paths alone. What answers is a factor on the cost that they leave.
 */
import type { LocalParameters } from '../customs/localCosts.ts'
import type { ClosureForm } from '../inputs/policy.ts'
import { originCount, placeCount, regionPlaces } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const countries = regionPlaces
const places = placeCount
const origins = originCount

/** Drawn parameters of the closure. */
export interface ClosureParameters {
  /** Elasticities of labour supply to the industry, and of the supply of parts. */
  readonly labourSupply: number
  readonly partsSupply: number
  /** Part of an average duty that the currency takes back. */
  readonly offset: number
}

/** What answers, and how much, in one scenario of one replicate. */
export interface Closure {
  /** False where everything is at what the scenario itself says: then nothing below is read. */
  answers: boolean
  /** Rise of ln wage with the number of jobs, of ln price with the output of parts, and fall of ln e with duty; 0 where it is off. */
  wageSlope: number
  partsSlope: number
  offset: number
  /** Whether wages or prices of parts answer, so that jobs have to be counted every year. */
  countsJobs: boolean
  local: LocalParameters
  /** [country] jobs and output of parts of the last year and of the base year; output is a multiple of the base year's. */
  readonly jobs: Float64Array
  readonly jobs0: Float64Array
  readonly output: Float64Array
  /** [country] wages, and what supply adds to the price of parts: multiples. */
  readonly wage: Float64Array
  readonly supply: Float64Array
  /** [regime x country] value of the currency, a multiple. */
  readonly rate: Float64Array
  /** [regime x origin] factor on the price of parts; [regime x place] on the cost of assembly. */
  readonly parts: Float64Array
  readonly assembly: Float64Array
  /** [regime x country] and [regime x place] the same less 1: of parts by the country that they are made in. */
  readonly partsRise: Float64Array
  readonly assemblyRise: Float64Array
  /** The factors when makers last looked at what prices make of the costs of all. */
  readonly notedParts: Float64Array
  readonly notedAssembly: Float64Array
  /** [origin] ln price at which the parts in use were sourced, and the price to the power of -(theta + 1). */
  readonly sourcedAt: Float64Array
  readonly quantityPower: Float64Array
  /** [origin] working values of the accounts: factors on the parts of the place in hand. */
  readonly shift: Float64Array
}

const noParameters: LocalParameters = { labourInParts: 0, localShare: 0, labourScale: new Float64Array(places) }

/** Room for the answers under so many regimes, at none. */
export function createClosure(regimes: number): Closure {
  return {
    answers: false,
    wageSlope: 0,
    partsSlope: 0,
    offset: 0,
    countsJobs: false,
    local: noParameters,
    jobs: new Float64Array(countries),
    jobs0: new Float64Array(countries),
    output: new Float64Array(countries),
    wage: new Float64Array(countries).fill(1),
    supply: new Float64Array(countries).fill(1),
    rate: new Float64Array(regimes * countries).fill(1),
    parts: new Float64Array(regimes * origins).fill(1),
    assembly: new Float64Array(regimes * places).fill(1),
    partsRise: new Float64Array(regimes * countries),
    assemblyRise: new Float64Array(regimes * places),
    notedParts: new Float64Array(regimes * origins).fill(1),
    notedAssembly: new Float64Array(regimes * places).fill(1),
    sourcedAt: new Float64Array(origins),
    quantityPower: new Float64Array(origins).fill(1),
    shift: new Float64Array(origins),
  }
}

/** Sets what answers in a replicate. */
export function setClosure(
  closure: Closure,
  form: ClosureForm,
  { labourSupply, partsSupply, offset }: ClosureParameters,
  local: LocalParameters,
): void {
  const wages = form === 'on' || form === 'wages'
  closure.wageSlope = wages ? 1 / labourSupply : 0
  closure.partsSlope = wages ? 1 / partsSupply : 0
  closure.offset = form === 'on' || form === 'exchangeRates' ? offset : 0
  closure.countsJobs = wages
  closure.local = local
}

/** Starts a history, or the calibration before it: nothing answers yet. */
export function resetClosure(closure: Closure): void {
  closure.answers = false
  closure.wage.fill(1)
  closure.supply.fill(1)
  closure.parts.fill(1)
  closure.assembly.fill(1)
  closure.notedParts.fill(1)
  closure.notedAssembly.fill(1)
  closure.sourcedAt.fill(0)
  closure.quantityPower.fill(1)
}

/**
 * Least change of a price, a fraction, for which makers work out again what rivals' lines cost. The line in hand they always cost at
 * the prices of the day. Where they never looked again, figures would move in the sixth digit.
 */
const noticed = 0.02

/** Whether prices have changed since makers last looked; if so they look now. */
export function noticeChange({ answers, parts, assembly, notedParts, notedAssembly }: Closure): boolean {
  if (!answers || !(differ(parts, notedParts) || differ(assembly, notedAssembly))) return false
  notedParts.set(parts)
  notedAssembly.set(assembly)
  return true
}

function differ(now: Float64Array, before: Float64Array): boolean {
  for (let n = 0; n < now.length; n++) if (Math.abs(now[n] / before[n] - 1) > noticed) return true
  return false
}

/** Keeps the jobs that have just been counted as those of the base year. */
export function keepBaseJobs({ jobs, jobs0 }: Closure): void {
  jobs0.set(jobs)
}
