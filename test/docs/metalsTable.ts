/**
 * The table of docs/data.md that says how the headline of `path-2026` hangs on what is not known of metals: US output in 2036
 * against `base` with one law at a time held at either end, and with prices that reach makers later. All on the same draws.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { comparePairs } from '../../engine/analysis/paired.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { parameterValue } from '../../engine/model/draws/parameterLaws.ts'
import { type ParameterName, parameterIndex } from '../../engine/model/draws/parameters.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace, underLaws, type Workspace } from '../../engine/model/history/workspace.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'
import { percentText } from '../../reports/words/numbers.ts'

/** Metals laws that `path-2026` hangs on; it limits no exports. */
const names = ['metalsCostShare', 'metalsPassThrough', 'metalsCoverage', 'metalsNeighbourRise'] as const
type Held = Partial<Record<ParameterName, number>>

const replicates = 60
const seed = 1
const scratch = new Float64Array(2 * replicates)

/** US output of the last year. */
interface Column {
  readonly values: Float64Array
  readonly status: Uint8Array
}

/** The table, for which two scenarios are written into the folder. */
export function metalsTable(folder: string): string {
  const [base, ...later] = outputsOf(workspaceOf(['base', 'path-2026', lateFile(folder, 1), lateFile(folder, 2)]))
  const path = workspaceOf(['path-2026'])
  const row = (words: string, column: Column): string => `| ${words} | ${changeText(base, column)} |`
  const heldRow = (words: string, held: Held): string => row(words, outputsOf(underLaws(path, flattenLaws(held)))[0])
  const rows = [
    row('nothing: all laws are drawn', later[0]),
    ...names.flatMap((name) => {
      const [low, high] = endsOf(name)
      return [
        heldRow(`\`${name}\` at ${low}, its 5%`, { [name]: low }),
        heldRow(`\`${name}\` at ${high}, its 95%`, { [name]: high }),
      ]
    }),
    heldRow('all four where metals weigh least on US plants', allAt(0)),
    heldRow('all four where metals weigh most on US plants', allAt(1)),
    row('old prices of metals for one year', later[1]),
    row('old prices of metals for two years', later[2]),
  ]
  return ['| held | US output in 2036 | falls in |', '|---|---|---|', ...rows].join('\n')
}

/** 5 and 95% of a law, to three digits. */
function endsOf(name: ParameterName): readonly number[] {
  const laws = flattenLaws()
  return [0.05, 0.95].map((end) => Number(parameterValue(laws, parameterIndex(name), end).toPrecision(3)))
}

/** All at the ends at which metals weigh least (0) or most (1): a rise that the neighbours share weighs less. */
function allAt(end: 0 | 1): Held {
  return Object.fromEntries(
    names.map((name) => [name, endsOf(name)[name === 'metalsNeighbourRise' ? 1 - end : end]] as const),
  )
}

/** The path with duties on metals that begin so many years later: what contracts do that hold prices. */
function lateFile(folder: string, years: number): string {
  const rates = [
    { from: `${2025 + years}-03-12`, value: 0.25 },
    { from: `${2025 + years}-06-04`, value: 0.5 },
  ]
  const regimes = { today: { metals: { duties: { US: { CA: rates, MX: rates, ALLY: rates, CN: rates } } } } }
  const late = { extends: 'path-2026', title: 'Metals later', question: 'What do contracts do?', policy: { regimes } }
  const file = join(folder, `late-${years}.yaml`)
  writeFileSync(file, stringify(late, { aliasDuplicateObjects: false }))
  return file
}

const { industry } = loadIndustry()

function workspaceOf(scenarios: readonly string[]): Workspace {
  const compiled = scenarios.map((name) => compileScenario(loadScenario(name, { industry }), industry))
  return createWorkspace(industry, flattenLaws(), compiled)
}

/** US output in the last year of each scenario, by replicate. */
function outputsOf(workspace: Workspace): readonly Column[] {
  const { results, years } = workspace
  const at = years * outcomeCount + outcomeIndex('output.US')
  const columns = results.map(() => ({ values: new Float64Array(replicates), status: new Uint8Array(replicates) }))
  for (let d = 0; d < replicates; d++) {
    runReplicate(workspace, rootKey(seed), d)
    results.forEach(({ outcomes, status }, s) => {
      columns[s].values[d] = outcomes[at]
      columns[s].status[d] = status
    })
  }
  return columns
}

/** Mean change with nine runs of ten, and the share of runs in which output falls. */
function changeText(base: Column, column: Column): string {
  const { relative, difference, baselineMean, better } = comparePairs(base, column, 'up', scratch)
  const [mean, low, high] = [relative, difference.low / baselineMean, difference.high / baselineMean].map(percent)
  return `${mean} (${low} to ${high}) | ${percentText(1 - (better?.value ?? 0), 0)} of runs`
}

function percent(share: number): string {
  return percentText(share, -1, true)
}
