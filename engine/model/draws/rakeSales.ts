/**
 * Sales that are drawn with measurement error, brought back to what is counted: vehicles sold in each market, and vehicles built in
 * each country of the region. Section 7 of docs/model.md.
 *
 * What is approximate in the data is which nameplate sold how much, not how many vehicles a country sold or built. Drawn flows from
 * places of assembly to markets are raked to both sets of totals, each line by the factor of its flow:
 *
 *   flow[m,o] <- flow[m,o] a[m] b[o]    with    sum_o flow[m,o] = sold[m],    sum_m flow[m,o] = built[o] less what leaves the region
 *
 * (W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940): of all flows with these totals the ones nearest to
 * those drawn.) What comes from overseas has no total of its own but that of the market.
 */
import type { Industry } from '../inputs/industry.ts'
import { marketCount, placeCount, regionPlaces } from '../inputs/sets.ts'

// Constants of this file's own: those of other files are read from memory in every round of a loop.
const markets = marketCount
const places = placeCount

/** Relative error of a total at which raking ends, and the rounds after which it does in any case. */
const closeEnough = 1e-12
const mostRounds = 200

/** [market x place] vehicles: in the data, as drawn, and raked. */
export interface SalesFlows {
  readonly counted: Float64Array
  readonly drawn: Float64Array
  readonly raked: Float64Array
}

/** Room for the flows of one replicate. */
export function createSalesFlows(): SalesFlows {
  const flows = marketCount * placeCount
  return { counted: new Float64Array(flows), drawn: new Float64Array(flows), raked: new Float64Array(flows) }
}

/** Rakes drawn sales [market x line] to the totals of the data. A draw without error keeps its bits. */
export function rakeSales({ sales: counted, linePlace }: Industry, sales: Float64Array, flows: SalesFlows): void {
  const lines = linePlace.length
  addFlows(counted, linePlace, flows.counted)
  addFlows(sales, linePlace, flows.drawn)
  flows.raked.set(flows.drawn)
  for (let round = 0; round < mostRounds; round++) {
    const built = scaleTo(flows, 1, places, regionPlaces, markets)
    const sold = scaleTo(flows, places, 1, markets, places)
    if (built < closeEnough && sold < closeEnough) break
  }
  for (let cell = 0; cell < sales.length; cell++) {
    const flow = Math.floor(cell / lines) * places + linePlace[cell % lines]
    if (flows.raked[flow] !== flows.drawn[flow]) sales[cell] *= flows.raked[flow] / flows.drawn[flow]
  }
}

function addFlows(sales: Float64Array, linePlace: Int32Array, flows: Float64Array): void {
  const lines = linePlace.length
  flows.fill(0)
  for (let m = 0; m < markets; m++) {
    for (let j = 0; j < lines; j++) flows[m * places + linePlace[j]] += sales[m * lines + j]
  }
}

/**
 * Scales raked flows to one set of totals: `count` of them, `stride` apart, each over `others` flows that are `step` apart. Returns the
 * largest relative error that a total had.
 */
function scaleTo({ counted, raked }: SalesFlows, stride: number, step: number, count: number, others: number): number {
  let largest = 0
  for (let n = 0; n < count; n++) {
    let target = 0
    let total = 0
    for (let k = 0; k < others; k++) {
      target += counted[n * stride + k * step]
      total += raked[n * stride + k * step]
    }
    if (total === 0 || total === target) continue
    const factor = target / total
    largest = Math.max(largest, Math.abs(factor - 1))
    for (let k = 0; k < others; k++) raked[n * stride + k * step] *= factor
  }
  return largest
}
