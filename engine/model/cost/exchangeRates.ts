/**
 * What US duties do to the currencies of Canada and Mexico. Section 5 of docs/model.md.
 *
 *   ln e[o] = - offset * (duty[o,r] - duty[o,0]),   duty = wv * vehicles + wp * parts + (1 - wv - wp) * other goods
 *
 * wv and wp are the shares of vehicles and of parts in all that the country sells to the US. The duty on vehicles is the mean over
 * the lines of the base year's trade, each at what it would pay under the regime with the programme and parts it then chooses; on
 * parts that of parts for US plants, at the mean of those that claim a preference and those that do not; on other goods what the
 * scenario says. Duties count by their change against the base year, as all else does: under its policy e is 1. A ban is no duty,
 * and what is barred is left out.
 */
import { exp } from '../../math/elementary.ts'
import { rowDuty, rowValue } from '../customs/customsTables.ts'
import { readyRow } from '../customs/spellMeans.ts'
import { marketCount, originCount, place, placeCount, regionPlaces } from '../inputs/sets.ts'
import type { Setting } from './setting.ts'

const us: number = place.US
/** Columns of `shareOfExportsToUs`. */
const columns = 2

/**
 * Fills the exchange rates of the closure under every regime, once its programmes are chosen.
 *
 * @param sales [market x line] base-year sales of the replicate
 */
export function answerRates(setting: Setting, sales: Float64Array): void {
  const { rate, offset } = setting.closure
  rate.fill(1)
  if (offset === 0) return
  for (let o = us + 1; o < regionPlaces; o++) {
    const before = averageDuty(setting, sales, 0, o)
    for (let r = 1; r < rate.length / regionPlaces; r++) {
      const rise = averageDuty(setting, sales, r, o) - before
      rate[r * regionPlaces + o] = exp(-offset * rise)
    }
  }
}

/** Average US duty on all that country o sells there under regime r, a share of its value. */
function averageDuty(setting: Setting, sales: Float64Array, r: number, o: number): number {
  const { industry, customs } = setting
  const { charges, local, policy } = customs
  const vehicles = industry.shareOfExportsToUs[o * columns]
  const parts = industry.shareOfExportsToUs[o * columns + 1]
  // Origins of parts stand in the order of the countries. The duty is kept as a share of the price of the base year.
  const onParts = charges.duty[(r * placeCount + us) * originCount + o] / local.parts[r * originCount + o]
  const others = policy.otherGoodsDuty[r * regionPlaces + o]
  return vehicles * dutyOnVehicles(setting, sales, r, o) + parts * onParts + (1 - vehicles - parts) * others
}

/** Mean US duty on the vehicles that country o sold there in the base year; 0 where none of them may be sold. */
function dutyOnVehicles(
  { industry, customs, tables, scales }: Setting,
  sales: Float64Array,
  r: number,
  o: number,
): number {
  const lines = industry.lines.length
  let value = 0
  let duty = 0
  for (let j = 0; j < lines; j++) {
    const sold = sales[us * lines + j]
    if (industry.linePlace[j] !== o || sold === 0) continue
    const cell = ((r * marketCount + us) * lines + j) * placeCount + o
    if (tables.programme[cell] < 0) continue
    const row = readyRow(customs.policy, tables, lines, r, cell)
    const scaled = sold * scales.base[us * lines + j]
    value += scaled * tables.rows[row + rowValue]
    duty += scaled * tables.rows[row + rowDuty]
  }
  return value > 0 ? duty / value : 0
}
