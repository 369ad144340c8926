/**
 * The table of docs/results.md that says how each headline hangs on the form of the model: output of 2036 against `base` under each
 * system of demand, and with wages and exchange rates that answer. All on the same draws of everything else.
 */
import { comparePairs, type PairedSummary } from '../../engine/analysis/paired.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeCount, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { decimalText } from '../../reports/words/numbers.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { holdForms } from '../../scenarios/checks/settings.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { type StatedForms, withForms } from '../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'

const scenarios = ['content-85', 'threat-only', 'tariff-232-2025', 'path-2026', 'usmca-2025-tariffs']
const outcomes = ['output.US', 'output.MX', 'output.CA']
const forms: readonly (readonly [string, StatedForms])[] = [
  ['alike, nothing answers', { demand: 'nestedLogit', closure: 'off' }],
  ['by income, nothing answers', { demand: 'incomeGroups', closure: 'off' }],
  ['CES, nothing answers', { demand: 'ces', closure: 'off' }],
  ['alike, wages and rates answer', { demand: 'nestedLogit', closure: 'on' }],
  ['by income, wages and rates answer', { demand: 'incomeGroups', closure: 'on' }],
]
const replicates = 60
const seed = 1
const scratch = new Float64Array(2 * replicates)
const { industry } = loadIndustry()

/** Rows by scenario and outcome, a column for each form, and whether the sign is the same in all. */
export function formsTable(): string {
  const found = forms.map(([, form]) => changesUnder(form))
  const rows = scenarios.flatMap((name, s) =>
    outcomes.map((id, c) => {
      const cells = found.map((changes) => changes[s][c])
      return `| ${name} | ${id} | ${[...cells.map(changeText), verdict(cells)].join(' | ')} |`
    }),
  )
  const titles = forms.map(([title]) => title)
  return [`| scenario | outcome | ${titles.join(' | ')} | sign |`, `|${'---|'.repeat(titles.length + 3)}`, ...rows].join('\n')
}

/** [scenario][outcome] against the baseline under a form. */
function changesUnder(form: StatedForms): readonly (readonly PairedSummary[])[] {
  const compiled = ['base', ...scenarios].map((name) =>
    compileScenario(holdForms(loadScenario(name, { industry }), form), industry),
  )
  const workspace = createWorkspace(industry, flattenLaws(withForms({}, form)), compiled, undefined, undefined, true)
  const status = compiled.map(() => new Uint8Array(replicates))
  const columns = compiled.map(() => outcomes.map(() => new Float64Array(replicates)))
  for (let d = 0; d < replicates; d++) {
    runReplicate(workspace, rootKey(seed), d)
    workspace.results.forEach((result, s) => {
      status[s][d] = result.status
      outcomes.forEach((id, c) => (columns[s][c][d] = result.outcomes[workspace.years * outcomeCount + outcomeIndex(id)]))
    })
  }
  const at = (s: number, c: number): { readonly values: Float64Array; readonly status: Uint8Array } => ({
    values: columns[s][c],
    status: status[s],
  })
  return scenarios.map((_, s) => outcomes.map((__, c) => comparePairs(at(0, c), at(s + 1, c), 'up', scratch)))
}

/** As in `+13.4 (+8.2..+19.4)`, in percent. */
function changeText({ relative, difference, baselineMean }: PairedSummary): string {
  const [mean, low, high] = [relative, difference.low / baselineMean, difference.high / baselineMean].map(signed)
  return `${mean} (${low}..${high})`
}

function signed(share: number): string {
  const text = decimalText(Math.abs(share) * 100, -1)
  return `${share < 0 ? '-' : '+'}${text}`
}

/** Means below this share of the baseline are nothing that anybody would act on. */
const hardlyAnything = 0.005

function verdict(cells: readonly PairedSummary[]): string {
  if (cells.every(({ relative }) => Math.abs(relative) < hardlyAnything)) return 'hardly moves'
  const far = cells.filter(({ difference }) => Math.abs(difference.mean) > 2 * difference.standardError)
  const signs = new Set(far.map(({ difference }) => Math.sign(difference.mean)))
  if (signs.size > 1) return '**hangs on the form**'
  return far.length === cells.length ? 'the same in all' : 'the same where it is not chance'
}
