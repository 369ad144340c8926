/**
 * How much of a comparison's work an earlier scenario has done with the same bits, at the level of what is worked out: cells of lines
 * (one line, place, market and set of rules), and searches for prices (one market and year, from the same costs).
 */
import { firstForms } from './commands.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { cellsPerRegime } from '../../engine/model/customs/customsTables.ts'
import type { Economy } from '../../engine/model/history/economy.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../engine/model/history/workspace.ts'
import { marketCount } from '../../engine/model/inputs/sets.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'

const replicates = 20

/** Items of each scenario in turn, and those that an earlier one had. */
interface Shares {
  readonly seen: Set<string>
  all: number
  known: number
}

function count(shares: Shares, items: readonly string[]): void {
  shares.all += items.length
  shares.known += items.filter((item) => shares.seen.has(item)).length
  items.forEach((item) => shares.seen.add(item))
}

/** Cells worked out after those of the base policy: where they are in a regime, and their cost. */
function cellsOf({ setting, tables, scenario }: Economy): readonly string[] {
  const { sameAs } = scenario.policy
  const perSet = cellsPerRegime(setting.industry.lines.length)
  return Array.from(setting.customs.order)
    .slice(1)
    .flatMap((set) =>
      Array.from({ length: perSet }, (_, within) => set * perSet + within).flatMap((cell) =>
        sameAs[cell] === set && tables.programme[cell] >= 0 ? [`${cell % perSet} ${tables.factor[cell]}`] : [],
      ),
    )
}

/** The searches of year t, each by its market and the costs that it starts from. */
function searchesOf({ setting, year }: Economy, t: number): readonly string[] {
  const products = setting.industry.products.length
  return Array.from({ length: marketCount }, (_, m) => {
    const costs = year.pricingCost.subarray(m * products, (m + 1) * products)
    return `${m} ${t} ${costs.join()}`
  })
}

function shareText({ all, known }: Shares): string {
  return `${known} of ${all}`
}

/** Rows of both counts over some replicates. */
export function sharedWorkRows(names: readonly string[]): readonly (readonly [name: string, figure: string])[] {
  const { industry, laws, scenarios } = loadStudyInputs('compare', names, undefined, { forms: firstForms })
  const workspace = createWorkspace(
    industry,
    laws,
    scenarios.map(({ compiled }) => compiled),
  )
  const cells: Shares = { seen: new Set(), all: 0, known: 0 }
  const searches: Shares = { seen: new Set(), all: 0, known: 0 }
  for (let d = 0; d < replicates; d++) {
    cells.seen.clear()
    searches.seen.clear()
    countReplicate(workspace, d, cells, searches)
  }
  return [
    ['cells of lines that an earlier scenario has, to the bit', shareText(cells)],
    ['searches for prices that an earlier scenario has, to the bit', shareText(searches)],
  ]
}

function countReplicate(workspace: Workspace, d: number, cells: Shares, searches: Shares): void {
  const made = workspace.economies.map((): string[] => [])
  const note = (s: number, t: number): void => void made[s].push(...searchesOf(workspace.economies[s], t))
  // A year is over when the regime of the next one is drawn.
  const listeners = workspace.economies.map((_, s) => ({
    onRegime: (t: number) => (t > 1 ? note(s, t - 1) : undefined),
    onMove: () => undefined,
  }))
  runReplicate(workspace, rootKey(1), d, listeners)
  workspace.economies.forEach((economy, s) => {
    note(s, workspace.years)
    count(cells, cellsOf(economy))
    count(searches, made[s])
  })
}
