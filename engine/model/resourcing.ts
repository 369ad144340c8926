/**
 * Parts follow new rules slowly: contracts run for years. Section 3 of docs/model.md.
 *
 * From the first year in which policy is not that of the base year, a share of every line's parts has been sourced anew,
 * 1 - (1 - speed)^years of them; the rest keep the shares they have at that place under the base policy, at the duties of
 * the day, and with them a vehicle can claim only programmes whose content rules these shares meet. Costs, values, duties and
 * content of the year are the mean of both.
 */
import { assemblyOrigin, assemblyOrigins, countedUsParts, nonUsValue, type CustomsInputs } from './customs.ts'
import type { PlantState } from './plants.ts'
import type { Setting } from './regimes.ts'
import { marketCount, originCount, placeCount } from './sets.ts'

/** Factors of every line where it now is, as in the customs tables. */
export interface LineCells {
  /** [market x line] cost factor; Infinity where sale is barred. */
  readonly factor: Float64Array
  readonly value: Float64Array
  readonly duty: Float64Array
  readonly parts: Float64Array
  /** [market x line] share of the vehicles that claim a preference. */
  readonly claimed: Float64Array
  /** [market x line x origin] */
  readonly shares: Float64Array
  /** [line], [line x origin] parts of vehicles that leave the region. */
  readonly rowParts: Float64Array
  readonly rowShares: Float64Array
}

export function createLineCells(lines: number): LineCells {
  const cells = marketCount * lines
  return {
    factor: new Float64Array(cells),
    value: new Float64Array(cells),
    duty: new Float64Array(cells),
    parts: new Float64Array(cells),
    claimed: new Float64Array(cells),
    shares: new Float64Array(cells * originCount),
    rowParts: new Float64Array(lines),
    rowShares: new Float64Array(lines * originCount),
  }
}

/**
 * Fills the year's cells under regime r.
 *
 * @param sourcedAnew share of parts that follow the regime, 0 to 1
 */
export function fillLineCells(
  setting: Setting,
  plants: PlantState,
  r: number,
  sourcedAnew: number,
  cells: LineCells,
): void {
  const lines = setting.industry.lines.length
  for (let j = 0; j < lines; j++) {
    const o = plants.linePlace[j]
    for (let m = 0; m < marketCount; m++) {
      const within = (m * lines + j) * placeCount + o
      const from = r * marketCount * lines * placeCount + within
      copyTable(setting, from, m * lines + j, cells)
      // A cell that the regime leaves as it was has nothing to source anew.
      if (sourcedAnew === 1 || setting.customs.policy.sameAs[from] === 0) continue
      if (holdSourcing(setting, r, j, o, from, within)) blend(held, sourcedAnew, m * lines + j, cells)
    }
    fillRow(setting, r, j, o, sourcedAnew, cells)
  }
}

function copyTable(setting: Setting, from: number, to: number, cells: LineCells): void {
  const { tables, customs } = setting
  const programme = tables.programme[from]
  cells.factor[to] = tables.factor[from]
  cells.value[to] = tables.value[from]
  cells.duty[to] = tables.duty[from]
  cells.parts[to] = tables.parts[from]
  cells.claimed[to] = programme < 0 ? 0 : customs.policy.programmes.preferential[programme]
  for (let k = 0; k < originCount; k++) cells.shares[to * originCount + k] = tables.shares[from * originCount + k]
}

/** One cell with the sourcing of the base policy; `cells` of one line. */
const held = createLineCells(1)

/**
 * Prices base-policy sourcing under regime r into `held`. False where the base policy had no sale, or no programme of the
 * regime takes these parts: then only new sourcing counts.
 */
function holdSourcing(setting: Setting, r: number, j: number, o: number, cell: number, baseCell: number): boolean {
  const { industry, tables, customs } = setting
  const { policy } = customs
  if (tables.programme[baseCell] < 0) return false
  const assembly = customs.assemblyShare * customs.assembly[j * placeCount + o]
  const parts = repriceParts(setting, r, o, tables.parts[baseCell], tables.shares, baseCell * originCount)
  const value = parts + assembly
  const row = assemblyOrigin(industry, j, o)
  held.factor[0] = Infinity
  for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
    const programme = policy.programmeIds[n]
    if (!meetsFloors(customs, programme * assemblyOrigins + row)) continue
    const { duty: onValue, dutyOnNonUsContent, preferential } = policy.programmes
    const nonUs = nonUsValue(parts, countedUsParts(industry, held.shares, 0, o), assembly, o)
    const duty = onValue[programme] * value + dutyOnNonUsContent[programme] * nonUs
    const factor = value * (1 + customs.paperwork * preferential[programme]) + duty
    if (factor >= held.factor[0]) continue
    held.factor[0] = factor
    held.value[0] = value
    held.duty[0] = duty
    held.parts[0] = parts
    held.claimed[0] = preferential[programme]
  }
  return held.factor[0] < Infinity
}

/** Cost of unchanged purchases at the regime's duties; their value shares go to `held.shares`. */
function repriceParts(
  setting: Setting,
  r: number,
  o: number,
  parts: number,
  shares: Float64Array,
  offset: number,
): number {
  const { partsDuty } = setting.customs.policy
  let total = 0
  let changed = false
  for (let k = 0; k < originCount; k++) {
    const now = partsDuty[(r * placeCount + o) * originCount + k]
    const base = partsDuty[o * originCount + k]
    if (now !== base) changed = true
    held.shares[k] = shares[offset + k] * (now === base ? 1 : (1 + now) / (1 + base))
    total += held.shares[k]
  }
  if (!changed) return parts
  for (let k = 0; k < originCount; k++) held.shares[k] /= total
  return parts * total
}

/** Rounding that a floor met exactly by last year's sourcing is allowed. */
const tolerance = 1e-9

function meetsFloors(customs: CustomsInputs, row: number): boolean {
  if (customs.floors.asks[row] === 0) return true
  let cumulative = 0
  for (let k = 0; k < originCount - 1; k++) {
    cumulative += held.shares[k]
    if (cumulative < customs.floors.floors[row * originCount + k] - tolerance) return false
  }
  return true
}

/** cells = old + anew * (cells - old), exact where nothing changes. A sale that new sourcing bars stays barred. */
function blend(old: LineCells, anew: number, to: number, cells: LineCells): void {
  if (cells.factor[to] === Infinity) return
  const parts = between(old.parts[0], cells.parts[to], anew)
  const weight = (anew * cells.parts[to]) / parts
  for (let k = 0; k < originCount; k++) {
    const at = to * originCount + k
    cells.shares[at] = between(old.shares[k], cells.shares[at], weight)
  }
  cells.factor[to] = between(old.factor[0], cells.factor[to], anew)
  cells.value[to] = between(old.value[0], cells.value[to], anew)
  cells.duty[to] = between(old.duty[0], cells.duty[to], anew)
  cells.claimed[to] = between(old.claimed[0], cells.claimed[to], anew)
  cells.parts[to] = parts
}

function between(old: number, anew: number, weight: number): number {
  return old + weight * (anew - old)
}

/** Parts of what leaves the region: no programme, the place's own duties on parts. */
function fillRow(setting: Setting, r: number, j: number, o: number, anew: number, cells: LineCells): void {
  const { sourcing, customs, industry } = setting
  const lines = industry.lines.length
  const base = j * placeCount + o
  const now = r * lines * placeCount + base
  const free = 1 - customs.assemblyShare
  const parts = free * sourcing.partsCost[now]
  cells.rowParts[j] = parts
  for (let k = 0; k < originCount; k++) {
    cells.rowShares[j * originCount + k] = sourcing.weights[now * originCount + k]
  }
  if (anew === 1 || r === 0) return
  const old = repriceParts(setting, r, o, free * sourcing.partsCost[base], sourcing.weights, base * originCount)
  const mean = between(old, parts, anew)
  for (let k = 0; k < originCount; k++) {
    const at = j * originCount + k
    cells.rowShares[at] = between(held.shares[k], cells.rowShares[at], (anew * parts) / mean)
  }
  cells.rowParts[j] = mean
}
