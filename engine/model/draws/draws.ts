/**
 * Everything random in one replicate, drawn before any policy is looked at. Section 14 of docs/model.md.
 *
 * Each number comes from a stream keyed by (root, replicate, purpose, entity), and an entity is known by the hash of its
 * name. So the same replicate has the same parameters, lines and shocks in every scenario (differences are paired), and
 * taking one maker away leaves every other draw as it was.
 */
import { exp } from '../../math/elementary.ts'
import { normalQuantile } from '../../math/normalQuantile.ts'
import { type Sampling, chanceReplicate } from '../../math/sampling.ts'
import { type Key, type Stream, newStream, startStream, nextUniform } from '../../math/streams.ts'
import type { Industry } from '../inputs/industry.ts'
import { cutScore, errorFactor } from './errors.ts'
import { drawLocationGaps } from './location.ts'
import { type ParameterScores, createParameterScores, drawParameters } from './parameterDraws.ts'
import type { ParameterLaws } from './parameterLaws.ts'
import { parameterCount, parameterIndex } from './parameters.ts'
import { createSalesFlows, rakeSales, type SalesFlows } from './rakeSales.ts'
import {
  marketCount,
  placeCount,
  originCount,
  regionalOrigins,
  countries,
  shortestCycle,
  longestCycle,
} from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const places = placeCount
const origins = originCount
const markets = marketCount

/**
 * What a stream is for; numbers are fixed for ever, since they are part of every result. Sales take one a market. Those of
 * parameters, 1, 50 and 51, are in `math/sampling`.
 */
const purpose = { line: 2, capacity: 3, shock: 4, regime: 5, sales: 16, retaliation: 40 } as const

export interface Draws {
  /** [parameter] */
  readonly parameters: Float64Array
  /** [market x line] vehicles, with measurement error, totals by market as in the data. */
  readonly sales: Float64Array
  /** [line x place x origin] */
  readonly partShares: Float64Array
  /** [plant] vehicles a year */
  readonly capacity: Float64Array
  /** [line x place] log cost gap to the observed place, see `location`. */
  readonly locationGap: Float64Array
  /** [line] standard normal score of its cost of papers that prove origin, cut at three. */
  readonly papersScore: Float64Array
  /** [line] years between redesigns: 5, 6 or 7. */
  readonly cycle: Int32Array
  /** [line] first year (1..cycle) in which the line is redesigned. */
  readonly firstRedesign: Int32Array
  /** [year x country] factor on the cost of assembly and parts there, 1 in year 0. */
  readonly costShock: Float64Array
  /** [year] uniform that picks the regime. */
  readonly regimeUniform: Float64Array
  /** [market] uniform that says whether the country answers a regime on US farm products. */
  readonly retaliationUniform: Float64Array
}

/** Room to draw in. */
export interface DrawWork {
  readonly stream: Stream
  /** [1 + place] uniforms of one line's location, see `drawLocationGaps`. */
  readonly placeUniforms: Float64Array
  readonly scores: ParameterScores
  readonly flows: SalesFlows
}

/** Names' hashes, so that a stream belongs to a thing and not to its position in a list. */
export interface Entities {
  readonly products: Uint32Array
  readonly lines: Uint32Array
  readonly plants: Uint32Array
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo), cut to 31. */
function nameHash(name: string): number {
  let hash = 0x811c9dc5
  for (let position = 0; position < name.length; position++) {
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193)
  }
  return hash & 0x7fffffff
}

function hashes(things: readonly { readonly id: string }[]): Uint32Array {
  return Uint32Array.from(things, (thing) => nameHash(thing.id))
}

/** Hashes of the names of an industry's products, lines and plants. */
export function entitiesOf(industry: Industry): Entities {
  return { products: hashes(industry.products), lines: hashes(industry.lines), plants: hashes(industry.plants) }
}

/** Room for what one replicate draws, over so many simulated years; `drawReplicate` fills it. */
export function createDraws(industry: Industry, years: number): Draws {
  const lines = industry.lines.length
  return {
    parameters: new Float64Array(parameterCount),
    sales: new Float64Array(markets * lines),
    partShares: new Float64Array(lines * places * origins),
    capacity: new Float64Array(industry.plants.length),
    locationGap: new Float64Array(lines * places),
    papersScore: new Float64Array(lines),
    cycle: new Int32Array(lines),
    firstRedesign: new Int32Array(lines),
    costShock: new Float64Array((years + 1) * countries.length),
    regimeUniform: new Float64Array(years + 1),
    retaliationUniform: new Float64Array(markets),
  }
}

/** Room to draw one replicate at a time. */
export function createDrawWork(): DrawWork {
  return {
    stream: newStream(),
    placeUniforms: new Float64Array(1 + places),
    scores: createParameterScores(),
    flows: createSalesFlows(),
  }
}

/** What a replicate is drawn from. */
export interface DrawSource {
  readonly industry: Industry
  readonly entities: Entities
  readonly laws: ParameterLaws
  readonly sampling: Sampling
  /** Years simulated after the base year. */
  readonly years: number
  readonly drawWork: DrawWork
}

/**
 * Fills `draws` for one replicate: parameters from the design, all else from streams of its own.
 *
 * @param root key of the run's seed
 */
export function drawReplicate(source: DrawSource, root: Key, replicate: number, draws: Draws): void {
  const { laws, sampling, drawWork } = source
  drawParameters(laws, sampling, root, replicate, draws.parameters, drawWork.scores)
  const chance = chanceReplicate(sampling, replicate)
  drawSales(source, root, chance, draws.sales)
  drawCapacity(source, root, chance, draws.capacity)
  drawLines(source, root, chance, draws)
  drawShocks(source, root, chance, draws)
}

/** The error factor of one entity's figure; a figure known exactly needs no stream. */
function measurementError(
  stream: Stream,
  sd: number,
  root: Key,
  replicate: number,
  stated: number,
  entity: number,
): number {
  if (sd === 0) return 1
  startStream(stream, root, replicate, stated, entity)
  return errorFactor(sd, nextUniform(stream))
}

/** Sales with measurement error by product and market, raked so that totals of markets and output of countries stay what they are. */
function drawSales(source: DrawSource, root: Key, replicate: number, sales: Float64Array): void {
  const { industry, entities, drawWork } = source
  const lines = industry.lines.length
  const products = industry.products.length
  for (let m = 0; m < markets; m++) {
    for (let i = 0; i < products; i++) {
      const sd = industry.salesError[m * products + i]
      const factor = measurementError(drawWork.stream, sd, root, replicate, purpose.sales + m, entities.products[i])
      for (let j = industry.lineOff[i]; j < industry.lineOff[i + 1]; j++) {
        sales[m * lines + j] = industry.sales[m * lines + j] * factor
      }
    }
  }
  rakeSales(industry, sales, drawWork.flows)
}

/** Tilts a line's parts between North America and the rest, by the same odds at all its places. */
function drawContent(industry: Industry, j: number, uniform: number, partShares: Float64Array): void {
  const odds = errorFactor(industry.contentError[j], uniform)
  for (let o = 0; o < places; o++) tiltShares(industry.partShares, (j * places + o) * origins, odds, partShares)
}

function tiltShares(source: Float64Array, offset: number, odds: number, target: Float64Array): void {
  let total = 0
  for (let k = 0; k < origins; k++) total += source[offset + k] * (k < regionalOrigins ? odds : 1)
  for (let k = 0; k < origins; k++) {
    target[offset + k] = total > 0 ? (source[offset + k] * (k < regionalOrigins ? odds : 1)) / total : 0
  }
}

function drawCapacity(source: DrawSource, root: Key, replicate: number, capacity: Float64Array): void {
  const { industry, entities, drawWork } = source
  for (let plant = 0; plant < industry.plants.length; plant++) {
    const sd = industry.capacityError[plant]
    const error = measurementError(drawWork.stream, sd, root, replicate, purpose.capacity, entities.plants[plant])
    capacity[plant] = industry.plantCapacity[plant] * error
  }
}

const thetaPosition = parameterIndex('locationTheta')

function drawLines(source: DrawSource, root: Key, replicate: number, draws: Draws): void {
  const { industry, entities } = source
  const theta = draws.parameters[thetaPosition]
  const { stream, placeUniforms } = source.drawWork
  for (let j = 0; j < industry.lines.length; j++) {
    startStream(stream, root, replicate, purpose.line, entities.lines[j])
    for (let n = 0; n <= places; n++) placeUniforms[n] = nextUniform(stream)
    const observed = industry.linePlace[j]
    drawLocationGaps(industry.placePrior, j * places, observed, placeUniforms, theta, draws.locationGap)
    draws.cycle[j] = shortestCycle + Math.floor((longestCycle - shortestCycle + 1) * nextUniform(stream))
    draws.firstRedesign[j] = 1 + Math.floor(draws.cycle[j] * nextUniform(stream))
    drawContent(industry, j, nextUniform(stream), draws.partShares)
    draws.papersScore[j] = cutScore(nextUniform(stream))
  }
}

const deviationPosition = parameterIndex('costShockDeviation')
const persistencePosition = parameterIndex('costShockPersistence')

/** Costs by country wander around their mean: ln shock is autoregressive, 0 in the base year. */
function drawShocks({ years, drawWork }: DrawSource, root: Key, replicate: number, draws: Draws): void {
  const deviation = draws.parameters[deviationPosition]
  const persistence = draws.parameters[persistencePosition]
  const { stream } = drawWork
  for (let country = 0; country < countries.length; country++) {
    startStream(stream, root, replicate, purpose.shock, country)
    draws.costShock[country] = 1
    let level = 0
    for (let t = 1; t <= years; t++) {
      level = persistence * level + deviation * normalQuantile(nextUniform(stream))
      draws.costShock[t * countries.length + country] = exp(level)
    }
  }
  startStream(stream, root, replicate, purpose.regime, 0)
  for (let t = 0; t <= years; t++) draws.regimeUniform[t] = nextUniform(stream)
  for (let m = 0; m < markets; m++) {
    startStream(stream, root, replicate, purpose.retaliation, m)
    draws.retaliationUniform[m] = nextUniform(stream)
  }
}
