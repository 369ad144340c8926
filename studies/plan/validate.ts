/** What is wrong with scenario files, found as a run would find it: the study of the command `validate`. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { usageError } from '../../engine/run/errors.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import type { Problem } from '../../scenarios/file/problem.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { locateScenario, missingScenario } from '../../scenarios/join/files.ts'
import { loadScenario } from '../../scenarios/load.ts'

/** What was found in one file. */
export interface Verdict {
  readonly file: string
  readonly ok: boolean
  /** Each with file, line and column where it has them. */
  readonly problems: readonly Problem[]
  /** What is unusual, but allowed. */
  readonly warnings: readonly Problem[]
}

/**
 * Loads and compiles each scenario as a run would.
 *
 * @param files paths, or names in the library
 * @throws an error of kind `usage` that names those that are not there
 */
export function validate(files: readonly string[]): readonly Verdict[] {
  const missing = files.filter((file) => locateScenario(file, process.cwd()) === undefined)
  if (missing.length > 0) {
    throw usageError(missing.map((file) => missingScenario(file, { file }, '').message).join('\n'))
  }
  const { industry } = loadIndustry()
  return files.map((file) => verdictOn(file, industry))
}

function verdictOn(file: string, industry: Industry): Verdict {
  try {
    const scenario = loadScenario(file, { industry })
    if (scenario.kind === 'scenario') compileScenario(scenario, industry)
    return { file, ok: true, problems: [], warnings: scenario.warnings }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { file, ok: false, problems: problemsOf(file, error), warnings: [] }
  }
}

/** The problems that an error carries; any other error is one problem of the whole file. */
function problemsOf(file: string, error: Error): readonly Problem[] {
  if ('kind' in error && error.kind === 'scenario' && 'problems' in error && Array.isArray(error.problems)) {
    return error.problems
  }
  return [{ file, path: '', message: error.message }]
}
