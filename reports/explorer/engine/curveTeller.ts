/**
 * An outcome along a lever: the option at each of a few levels, and the baseline, on the same draws, as a sweep over the lever would
 * have them. All years and outcomes are kept, so that another of them costs nothing.
 */
import { type ReplicateColumn, differenceFrom } from '../../../engine/analysis/difference.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { outcomeDefinitions, outcomeIndex } from '../../../engine/model/accounts/outcomes.ts'
import { runBlock } from '../../../engine/run/block.ts'
import { memoryStore, readColumns } from '../../../engine/run/columns.ts'
import { errorOfKind } from '../../../engine/run/errors.ts'
import { askedOf, blockLayout } from '../../../engine/run/layout.ts'
import { planBlock, planRun, replicatesIn } from '../../../engine/run/plan.ts'
import { resultShape } from '../../../engine/run/resultShape.ts'
import { replicateRunner } from '../../../engine/run/runner.ts'
import { addBlock, createTotals } from '../../../engine/run/totals.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { type CompileMemory, createCompileMemory } from '../../../scenarios/compile/memory.ts'
import type { Lever } from '../../../scenarios/levers/lever.ts'
import { valueIn } from '../../../scenarios/levers/apply.ts'
import { leverOf } from '../../../scenarios/levers/table.ts'
import type { LeverValue } from '../../../scenarios/file/values.ts'
import { curveOptima } from '../../../studies/optimum/curves.ts'
import { type AsideQuestions, type CurveAnswer, mostCurveReplicates } from './asides.ts'
import { drawingOf, drawnBy, keepLast } from './kept.ts'
import { type Library, pairOf } from './library.ts'
import type { StudySettings } from './protocol.ts'

/** Steps between levels, at most: enough to see a peak. */
const mostSteps = 10
/** Replicates of a block: each is run at all levels. */
const blockSize = 1

/** Evenly spaced levels of a lever of numbers, from the least to the most, each a whole number of its steps. */
export function levelsOf({ values }: Pick<Lever, 'values'>): readonly number[] {
  if (values.kind !== 'number') return []
  const { least, most, step } = values
  const whole = Math.round((most - least) / step)
  const steps = Math.min(mostSteps, whole)
  return Array.from({ length: steps + 1 }, (_, n) =>
    Number((least + Math.round((n * whole) / steps) * step).toPrecision(12)),
  )
}

/** A curve on its way. */
interface Growing {
  readonly against: string
  /** Where the lever stands when nobody sets it. */
  readonly stands: LeverValue | undefined
  readonly seed: number
  readonly baseYear: number
  readonly years: number
  readonly goOn: (replicates: number) => void
  /** [scenario] the baseline first */
  readonly columns: (outcome: number, year: number) => readonly ReplicateColumn[]
}

/** Curves of whatever is asked for; the same question with more replicates goes on from where it was. */
export function curveTeller(library: Library): (question: AsideQuestions['curve']) => CurveAnswer {
  const memory = createCompileMemory(library.industry)
  const kept = keepLast<Growing>()
  return (question) => {
    const { settings, outcome, replicates } = question
    const lever = leverOfNumbers(question.lever)
    const levels = levelsOf(lever)
    const { [lever.id]: _, ...others } = settings.levers
    const growing = kept([drawnBy({ ...settings, levers: others }), lever.id], () =>
      begun(library, memory, { ...settings, levers: others }, lever.id, levels),
    )
    growing.goOn(Math.min(replicates, mostCurveReplicates))
    const { baseYear, years, against } = growing
    const t = question.year === undefined ? years : Math.min(years, Math.max(0, question.year - baseYear))
    const definition = outcomeDefinitions[outcomeIndex(outcome)]
    const asked = {
      lever: { name: lever.id, title: lever.title, unit: lever.unit, kind: 'policy' as const },
      outcome: definition,
      year: baseYear + t,
      against,
      least: definition.good === 'down',
    }
    const [baseline, ...options] = growing.columns(outcomeIndex(outcome), t)
    const points = options.map((column, l) => ({
      ...differenceFrom(column, baseline),
      levers: { [lever.id]: levels[l] },
    }))
    const [optimum] = curveOptima(points, asked, rootKey(growing.seed))
    const stands = settings.levers[lever.id] ?? growing.stands
    return { asked, optimum, ...(typeof stands === 'number' ? { stands } : {}) }
  }
}

function leverOfNumbers(id: string): Lever {
  const lever = leverOf(id)
  if (lever?.values.kind === 'number') return lever
  throw errorOfKind('usage', `${id} is no lever of numbers, and has no curve`)
}

function begun(
  library: Library,
  memory: CompileMemory,
  settings: StudySettings,
  lever: string,
  levels: readonly number[],
): Growing {
  const { industry } = library
  const pairs = levels.map((level) => pairOf(library, { ...settings, levers: { ...settings.levers, [lever]: level } }))
  const [{ baseline, option }] = pairs
  const drawing = drawingOf(option, settings)
  const scenarios = [baseline, ...pairs.map((pair) => pair.option)].map((one) => compileScenario(one, industry, memory))
  const shape = resultShape({ industry, scenarios, keepPlants: false })
  const plan = planRun(shape, mostCurveReplicates, blockSize)
  const store = memoryStore(shape)
  const totals = createTotals(shape, plan.replicates)
  const runner = replicateRunner({ industry, ...drawing, scenarios, asked: askedOf(shape) })
  let blocks = 0
  return {
    against: baseline.name,
    stands: valueIn(pairOf(library, settings).option, leverOfNumbers(lever), settings.levers),
    seed: drawing.seed,
    baseYear: industry.baseYear,
    years: shape.years - 1,
    goOn: (replicates) => {
      while (replicatesIn(plan, blocks) < replicates) {
        const block = planBlock(plan, blocks)
        const values = new Float64Array(blockLayout(shape, block.count).length)
        const thrown = runBlock(runner, shape, block.first, block.count, values)
        const finished = { ...block, values, thrown }
        store.write(finished)
        addBlock(totals, shape, finished)
        blocks += 1
      }
    },
    columns: (outcome, year) => {
      const replicates = replicatesIn(plan, blocks)
      return scenarios.map((_, scenario) => {
        const values = new Float64Array(replicates)
        const range = { scenario, firstOutcome: outcome, outcomes: 1, firstYear: year, years: 1 }
        readColumns(store, plan, blocks, range, values)
        const first = scenario * plan.replicates
        return { values, status: totals.status.slice(first, first + replicates) }
      })
    },
  }
}
