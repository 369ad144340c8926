/**
 * What could be gained at most: by a compiler of C++ where the arithmetic is the same (see `twins`), and by sharing whatever is the
 * same between scenarios.
 */
import { firstForms } from './commands.ts'
import { median } from './measure.ts'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount } from '../../engine/model/accounts/outcomes.ts'
import { cellsPerRegime } from '../../engine/model/customs/customsTables.ts'
import { drawReplicate } from '../../engine/model/draws/draws.ts'
import { calibrateIndustry } from '../../engine/model/history/calibrate.ts'
import { readParameters } from '../../engine/model/history/drawnParameters.ts'
import { runHistory } from '../../engine/model/history/history.ts'
import { prepareScenario } from '../../engine/model/history/prepareScenario.ts'
import { createWorkspace, type Workspace } from '../../engine/model/history/workspace.ts'
import { sharedWorkRows } from './shared.ts'
import { twinRows } from './twins.ts'

type Row = readonly [name: string, figure: string]

const alone = 'tariff-232-2025'
const six = ['base', alone, 'path-2026', 'content-85', 'threat-only', 'usmca-2025-tariffs']
const warmUp = 150
const measured = 120

function workspaceOf(names: readonly string[]): Workspace {
  const { industry, laws, scenarios } = loadStudyInputs('compare', names, undefined, { forms: firstForms })
  return createWorkspace(
    industry,
    laws,
    scenarios.map(({ compiled }) => compiled),
  )
}

interface Times {
  readonly draws: number
  readonly calibration: number
  /** Over all scenarios: their regimes, and their years. */
  readonly regimes: number
  readonly years: number
}

/** Seconds of the parts of one replicate. @param workspace is left as the replicate leaves it */
function timesOf(workspace: Workspace, replicate: number): Times {
  const marks = [performance.now()]
  const mark = (): number => (marks.push(performance.now()), marks.at(-1)! - marks.at(-2)!) / 1000
  drawReplicate(workspace, rootKey(1), replicate, workspace.draws)
  const draws = mark()
  const parameters = readParameters(workspace.draws.parameters)
  calibrateIndustry(workspace, parameters)
  const calibration = mark()
  let regimes = 0
  let years = 0
  workspace.economies.forEach((economy, s) => {
    prepareScenario(workspace, economy, parameters)
    regimes += mark()
    runHistory({ workspace, economy, costs: parameters.costs, listener: undefined }, workspace.results[s])
    years += mark()
  })
  return { draws, calibration, regimes, years }
}

interface Same {
  readonly regimes: number
  readonly years: number
}

/** How many items are known from an earlier list. */
function known<Item>(
  lists: readonly (readonly Item[])[],
  isKnown: (item: Item, list: number, n: number) => boolean,
): number {
  return lists.reduce((sum, list, s) => sum + list.filter((item, n) => isKnown(item, s, n)).length, 0)
}

/** Regimes after the first, and years, that an earlier scenario has with the same bits. */
function sameOf({ economies, results, industry, years }: Workspace): Same {
  const cells = cellsPerRegime(industry.lines.length)
  const regimes = economies.map(({ tables, scenario }) =>
    scenario.policy.regimes.slice(1).map((_, r) => bytesOf(tables.factor.subarray((r + 1) * cells, (r + 2) * cells))),
  )
  const rows = results.map(({ outcomes }) =>
    Array.from({ length: years }, (_, t) => bytesOf(outcomes.subarray((t + 1) * outcomeCount, (t + 2) * outcomeCount))),
  )
  return {
    regimes: known(regimes, (regime, s) => regimes.slice(0, s).some((list) => list.some((one) => one.equals(regime)))),
    years: known(rows, (row, s, t) => rows.slice(0, s).some((list) => list[t].equals(row))),
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)}%`
}

/** Shares of a replicate, and how much faster it were if all that scenarios have in common were worked out once. */
function sharingRows(names: readonly string[]): readonly Row[] {
  const workspace = workspaceOf(names)
  for (let d = 0; d < warmUp; d++) timesOf(workspace, d)
  const looks = Array.from({ length: measured }, (_, d) => ({
    ...timesOf(workspace, warmUp + d),
    same: sameOf(workspace),
  }))
  const middle = (key: keyof Times): number => median(looks.map((look) => look[key]))
  const times = { ...looks[0], draws: middle('draws'), calibration: middle('calibration') }
  const [regimes, years] = [middle('regimes'), middle('years')]
  const whole = times.draws + times.calibration + regimes + years
  const parts: Row = [
    `of a replicate of ${names.length === 1 ? names[0] : `${names.length} scenarios`}`,
    `draws ${percent(times.draws, whole)}, calibration ${percent(times.calibration, whole)}, ` +
      `regimes ${percent(regimes, whole)}, years ${percent(years, whole)}`,
  ]
  if (names.length === 1) return [parts]
  const count = (key: keyof Same): number => looks.reduce((sum, { same }) => sum + same[key], 0)
  const [ofRegimes, ofYears] = [
    workspace.economies.reduce((sum, { scenario }) => sum + scenario.policy.regimes.length - 1, 0) * measured,
    names.length * workspace.years * measured,
  ]
  const shared = (regimes * count('regimes')) / ofRegimes + (years * count('years')) / ofYears
  return [
    parts,
    ['regimes that an earlier scenario has, to the bit', `${count('regimes')} of ${ofRegimes}`],
    ['years that an earlier scenario has, to the bit', `${count('years')} of ${ofYears}`],
    ['most that sharing these could still gain', `${(whole / (whole - shared)).toFixed(2)} times`],
  ]
}

/** What bounds the gains that were aimed at and not reached. */
export function* boundRows(): Generator<Row> {
  yield* sharingRows([alone])
  yield* sharingRows(six)
  yield* sharedWorkRows(six)
  yield* twinRows(alone)
}
