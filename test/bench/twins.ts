/**
 * Two kernels here and in C++, operation for operation on the same numbers: the search for prices, and what lines and products cost
 * in a year. g++ compiles each twice: with all that the processor has, and without what JavaScript cannot say (several numbers at
 * once, products and sums in one), so that the one ratio splits into that of the language and that of V8's code. Of times that are
 * taken in turn the least is kept, since other work on the machine only slows down.
 */
import { firstForms } from './commands.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rootKey } from '../../engine/math/streams.ts'
import type { LineCells } from '../../engine/model/cost/cellColumns.ts'
import { fillYearCells } from '../../engine/model/cost/lineCells.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { type Workspace, createWorkspace } from '../../engine/model/history/workspace.ts'
import { createEquilibrium } from '../../engine/model/market/demand.ts'
import { solveTargetPrices } from '../../engine/model/market/pricing.ts'
import { costLines, costProducts } from '../../engine/model/year/yearCosts.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

interface Solved {
  readonly seconds: number
  readonly rounds: number
  readonly sum: number
}

/** A kernel here, and the input of its twin. */
interface Twin {
  readonly name: (rounds: number) => string
  /** Source in this folder. */
  readonly source: string
  readonly input: Iterable<number>
  readonly own: () => Solved
}

const builds = [
  { name: 'C++', flags: ['-O3', '-march=native'] },
  {
    name: 'C++ one number at a time',
    flags: ['-O3', '-fno-tree-vectorize', '-fno-tree-slp-vectorize', '-ffp-contract=off'],
  },
] as const

const warmUp = 150
const cases = 16
const costRise = 0.02
const repeats = 2000
const looks = 5

/** A row a build for each twin; none where there is no compiler. */
export function* twinRows(scenario: string): Generator<Row> {
  const { industry, laws, scenarios } = loadStudyInputs('compare', [scenario], undefined, { forms: firstForms })
  const workspace = createWorkspace(industry, laws, [scenarios[0].compiled])
  for (let d = 0; d < warmUp; d++) runReplicate(workspace, rootKey(1), d)
  for (const twin of [pricesTwin(workspace), costsTwin(workspace)]) yield* compare(twin)
}

function* compare(twin: Twin): Generator<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  try {
    const input = join(folder, 'input')
    writeFileSync(input, Float64Array.from(twin.input))
    const source = fileURLToPath(new URL(`../../../test/bench/${twin.source}`, import.meta.url))
    for (const { name, flags } of builds) {
      const program = join(folder, 'program')
      if (spawnSync('g++', [...flags, '-o', program, source]).status !== 0) return
      const pairs = Array.from({ length: looks }, () => ({ own: twin.own(), other: runOther(program, input) }))
      const [{ own, other }] = pairs
      if (!(Math.abs(own.sum / other.sum - 1) < 1e-9))
        throw new Error(`${twin.source}: ${own.sum} here, ${other.sum} there`)
      const [here, there] = (['own', 'other'] as const).map((of) => Math.min(...pairs.map((pair) => pair[of].seconds)))
      yield [
        `${twin.name(own.rounds)}: here over ${name}`,
        `${timeText(here)} / ${timeText(there)} = ${(here / there).toFixed(2)}`,
      ]
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function runOther(program: string, input: string): Solved {
  const { stdout } = spawnSync(program, [input, String(repeats)], { encoding: 'utf8' })
  const [microseconds, rounds, sum] = [...stdout.matchAll(/[\d.]+/g)].map(Number)
  return { seconds: microseconds / 1e6, rounds, sum }
}

/** Costs of a market in several cases, from those of the last year on: each rises those of some products. */
function costCases(cost: Float64Array): Float64Array {
  const products = cost.length
  const all = new Float64Array(cases * products)
  for (let n = 0; n < all.length; n++) {
    const [i, c] = [n % products, Math.floor(n / products)]
    all[n] = cost[i] * (1 + (costRise * ((i * (c + 1)) % 7)) / 7)
  }
  return all
}

function pricesTwin({ economies: [economy] }: Workspace): Twin {
  const [market] = economy.setting.markets
  const { structure, a, sigma, delta } = market
  const { products, types, makers, nests, typeOff, typeMaker, typeNest, nestOff } = structure
  const costs = costCases(economy.year.pricingCost.slice(0, products))
  const sizes = [products, types, makers, nests, cases, ...typeOff, ...typeMaker, ...typeNest, ...nestOff]
  return {
    name: (rounds) => `search for prices, ${rounds.toFixed(1)} rounds`,
    source: 'solver.cpp',
    input: [...sizes, a, sigma, ...delta, ...costs],
    own: () => {
      const eq = createEquilibrium(structure)
      let [seconds, rounds, sum] = [Infinity, 0, 0]
      for (let n = 0; n < repeats; n++) {
        const start = performance.now()
        for (let c = 0; c < cases; c++) {
          solveTargetPrices(market, costs, c * products, eq)
          rounds += eq.rounds
          if (c === 0) sum = 0
          for (let i = 0; i < eq.price.length; i++) sum += eq.price[i] < Infinity ? eq.price[i] : 0
        }
        seconds = Math.min(seconds, (performance.now() - start) / 1000 / cases)
      }
      return { seconds, rounds: rounds / repeats / cases, sum }
    },
  }
}

function arraysOf({ factor, table, exportParts, exportCredit }: LineCells): readonly ArrayLike<number>[] {
  return [factor, table, exportParts, exportCredit]
}

/** The last year again, with all cells as they are, so that only their means, and the costs on them, are made. */
function costsTwin({ economies: [economy] }: Workspace): Twin {
  const { setting, plants, year } = economy
  const { industry, scales, exports0, share0, cost0, geography } = setting
  const { cells } = year
  const r = cells.regime[0]
  const renewed = 1 - year.underContract
  const { base, baseRow, locationFactor, assembly } = scales
  const arrays: readonly ArrayLike<number>[] = [
    cells.differs,
    plants.linePlace,
    industry.lineOff,
    ...[cells.contracted, cells.renewed, cells.mean].flatMap(arraysOf),
    exports0,
    geography.freight,
    base,
    baseRow,
    locationFactor,
    assembly,
    year.yearFactor,
    year.weights,
    share0,
    cost0,
  ]
  return {
    name: () => 'costs of lines and products in a year',
    source: 'costs.cpp',
    input: [
      industry.lines.length,
      industry.products.length,
      renewed,
      setting.assemblyShare,
      setting.thetaSplit,
      ...arrays.flatMap((array) => Array.from(array)),
    ],
    own: () => {
      let [seconds, sum] = [Infinity, 0]
      for (let n = 0; n < repeats; n++) {
        const start = performance.now()
        fillYearCells(setting, plants, r, renewed, cells)
        costLines(setting, plants, year)
        costProducts(setting, year)
        seconds = Math.min(seconds, (performance.now() - start) / 1000)
      }
      for (const cost of year.productCost) sum += cost < Infinity ? cost : 0
      for (const duty of year.duty) sum += duty
      return { seconds, rounds: 1, sum }
    },
  }
}
