/**
 * Quotas by volume: programmes that only so many vehicles a year may use, shared in proportion to what all who may use them
 * ship. Section 4 of docs/model.md.
 *
 * Every vehicle has two costs: inside, with all programmes, and outside, with those that have a quota left out. Price and
 * place are chosen at the margin, inside + t * (outside - inside), with t from `quotaSearch`; what is paid is
 * inside + (share outside) * (outside - inside). The difference is a rent of the maker.
 */
import { answeredCost } from './answeredCosts.ts'
import { cellsPerRegime, createCustomsTables, rowValue, type CustomsTables } from '../customs/customsTables.ts'
import { readyRow } from '../customs/spellMeans.ts'
import type { Industry } from '../inputs/industry.ts'
import { createYearCells, createLineCells } from './cellColumns.ts'
import { type CompiledPolicy, ruleSetCount } from '../inputs/policy.ts'
import { createQuotaSearch } from './quotaSearch.ts'
import type { Setting, QuotaSpace } from './setting.ts'
import { marketCount, placeCount } from '../inputs/sets.ts'

/**
 * Room for a scenario's quotas; undefined where its policy has none.
 *
 * @param inside the setting with all programmes open
 * @param sales [market x line] base-year sales of the replicate, as it is drawn
 */
export function createQuotaSpace(
  industry: Industry,
  policy: CompiledPolicy,
  inside: Omit<Setting, 'costFactor' | 'quotas'>,
  sales: Float64Array,
): QuotaSpace | undefined {
  const quotas = policy.quotas.length
  if (quotas === 0) return undefined
  const lines = industry.lines.length
  const regimes = policy.regimes.length
  const tables = createCustomsTables(policy, lines)
  const customs = { ...inside.customs, policy: withoutQuotas(policy) }
  return {
    policy,
    outside: { ...inside, customs, tables, costFactor: tables.factor, quotas: undefined },
    search: createQuotaSearch(quotas),
    outsideShare: new Float64Array(regimes * quotas),
    marginal: new Float64Array(tables.factor.length),
    paid: new Float64Array(tables.factor.length),
    cells: createYearCells(industry),
    inForce: createLineCells(lines),
    rent: new Float64Array(marketCount * lines),
    sales,
  }
}

/** The policy with its quota programmes taken off all lists. */
function withoutQuotas(policy: CompiledPolicy): CompiledPolicy {
  const { quota } = policy.programmes
  const cells = policy.programmeOff.length - 1
  const programmeOff = new Int32Array(cells + 1)
  const ids: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    for (let n = policy.programmeOff[cell]; n < policy.programmeOff[cell + 1]; n++) {
      if (quota[policy.programmeIds[n]] < 0) ids.push(policy.programmeIds[n])
    }
    programmeOff[cell + 1] = ids.length
  }
  return { ...policy, programmeOff, programmeIds: Int32Array.from(ids) }
}

/** Whether the regime has any quota. */
export function hasQuota(policy: CompiledPolicy, r: number): boolean {
  const quotas = policy.quotas.length
  for (let q = 0; q < quotas; q++) if (policy.quotaVolume[r * quotas + q] < Infinity) return true
  return false
}

/** Quota of the programme taken in a cell of the tables, -1 where it has none. */
export function quotaOf(policy: CompiledPolicy, tables: CustomsTables, cell: number): number {
  const programme = tables.programme[cell]
  return programme < 0 ? -1 : policy.programmes.quota[programme]
}

/**
 * Prohibitive duty (200% of customs value) used outside a quota where the border is closed, so that the search for the margin
 * has a finite upper end.
 */
const closedDuty = 2

/** What a vehicle outside the quota costs more than one inside; all are factors on the cost scale, `value` that of customs. */
export function outsideGap(inside: number, outside: number, value: number): number {
  return outside === Infinity ? closedDuty * value : outside - inside
}

/** Starts a replicate: under every regime all vehicles are inside the quotas until a search says otherwise. */
export function resetMargins(quotas: QuotaSpace, inside: CustomsTables): void {
  quotas.marginal.set(inside.factor)
  quotas.paid.set(inside.factor)
  quotas.outsideShare.fill(0)
}

/** Fills `marginal` for one regime: in + tightness * (out - in) for every cell whose programme has a quota. */
export function setMargins(quotas: QuotaSpace, inside: CustomsTables, r: number): void {
  const { policy, search, outside, marginal } = quotas
  const lines = outside.industry.lines.length
  const cells = cellsPerRegime(lines)
  for (let cell = r * cells; cell < (r + 1) * cells; cell++) {
    const q = quotaOf(policy, inside, cell)
    if (q < 0) continue
    const factor = inside.factor[cell]
    const value = inside.rows[readyRow(policy, inside, lines, r, cell) + rowValue]
    marginal[cell] = factor + search.tightness[q] * outsideGap(factor, outside.tables.factor[cell], value)
  }
}

/** Fills `paid` for one regime, once the search is done: in + (share outside) * (out - in). */
export function setPaid(quotas: QuotaSpace, inside: CustomsTables, r: number): void {
  const { policy, outside, outsideShare, paid } = quotas
  const count = policy.quotas.length
  const cells = paid.length / ruleSetCount(policy)
  for (let cell = r * cells; cell < (r + 1) * cells; cell++) {
    const q = quotaOf(policy, inside, cell)
    const beyond = outside.tables.factor[cell]
    if (q < 0 || beyond === Infinity) continue
    paid[cell] = inside.factor[cell] + outsideShare[r * count + q] * (beyond - inside.factor[cell])
  }
}

/** Rent of a line at a place under a settled regime, thousand USD per vehicle before the factor of its share. */
export function settledRent(setting: Setting, quotas: QuotaSpace, r: number, m: number, j: number, o: number): number {
  const lines = setting.industry.lines.length
  const cell = ((r * marketCount + m) * lines + j) * placeCount + o
  const gap = quotas.marginal[cell] - quotas.paid[cell]
  if (!(gap > 0)) return 0
  const scale = setting.scales.base[m * lines + j] * setting.scales.locationFactor[j * placeCount + o]
  return scale * gap * answeredCost(setting, r, m, j, o)
}
