/**
 * Whether a run of a scenario could start: the baseline takes its years and its demand, it compiles, and the industry can be
 * calibrated where all parameters are at the medians of their laws.
 */
import { medianCalibration } from '../../engine/model/history/medianCalibration.ts'
import type { ParameterName } from '../../engine/model/draws/parameters.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import type { CompiledScenario } from '../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { type Path, valuePosition } from '../../scenarios/file/position.ts'
import { scenarioError, type Problem } from '../../scenarios/file/problem.ts'
import { defaults, type ResolvedScenario } from '../../scenarios/file/resolved.ts'
import { libraryNameOf } from '../../scenarios/join/library.ts'
import { joinSources } from '../../scenarios/join/joinSources.ts'
import { locateScenario, readSources } from '../../scenarios/join/files.ts'
import { baselineFor, loadScenario, type LoadOptions } from '../../scenarios/load.ts'
import type { Uncertainties } from '../../scenarios/parameters/laws.ts'
import { withForms } from '../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../scenarios/parameters/parameterLaws.ts'
import { makeComparable } from './baseline.ts'

/**
 * @param word name or path of the scenario
 * @param loading how it was loaded
 * @throws an error of kind `scenario` with what keeps a run from starting
 */
export function requireStartable(
  word: string,
  scenario: ResolvedScenario,
  loading: LoadOptions & { readonly industry: Industry },
): void {
  const { industry } = loading
  const baseline = baselineFor(word, 'itself', loading)
  // A baseline of the library over its usual years has nothing to take over.
  if (!hasUsualSettings(scenario) || libraryNameOf(locateScenario(baseline, process.cwd()) ?? '') === undefined) {
    const compared = loadScenario(baseline, loading)
    const all = [baseline, word].map((one) => ({ word: one, isChanged: false }))
    makeComparable([compared, scenario], { all, baseline: 0 }, loading)
  }
  const compiled = compileScenario(scenario, industry)
  const problems = calibrationProblems(scenario, compiled, industry, (path) => placeIn(word, path))
  if (problems.length > 0) throw scenarioError(problems)
}

function hasUsualSettings({ from, to, content }: ResolvedScenario): boolean {
  return from === defaults.from && to === defaults.to && (content.demand ?? defaults.demand) === defaults.demand
}

type Place = Pick<Problem, 'file' | 'line' | 'column'>

/**
 * The parameters that keep the industry from being calibrated at the medians: those each of which would not at its usual median.
 *
 * @param placeOf where a path is written
 */
export function calibrationProblems(
  scenario: ResolvedScenario,
  compiled: CompiledScenario,
  industry: Industry,
  placeOf: (path: Path) => Place,
): readonly Problem[] {
  const { content } = scenario
  // Calibration hangs on laws and demand alone, and is known to succeed under the usual ones.
  if (content.uncertainties === undefined && content.correlations === undefined) return []
  const calibrates = medianCalibration(industry, compiled)
  const under = (uncertainties: Uncertainties): boolean =>
    calibrates(flattenLaws(withForms(uncertainties, content), content.correlations ?? []))
  const stated = content.uncertainties ?? {}
  if (under(stated)) return []
  const names = Object.keys(stated) as ParameterName[]
  const guilty = names.filter((name) => under({ ...stated, [name]: undefined }))
  const blamed: readonly Path[] =
    guilty.length > 0 ? guilty.map((name) => ['uncertainties', name]) : [['uncertainties']]
  return blamed.map((path) => {
    const cure = path.length > 1 ? '; with its usual law it can' : ''
    const message = `with all parameters at their medians the industry of the base year cannot be reproduced${cure}`
    return { ...placeOf(path), path: path.join('.'), message: `${path.join('.')}: ${message}` }
  })
}

function placeIn(word: string, path: Path): Place {
  const folder = process.cwd()
  const { positions } = joinSources(readSources(locateScenario(word, folder) ?? word, folder).sources)
  return valuePosition(positions, path) ?? { file: word }
}
