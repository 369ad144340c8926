/** Loads and compiles each scenario as a run would, and lists what is wrong with any. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { locateScenario, missingScenario } from '../../scenarios/join/files.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { type Problem, scenarioProblemText } from '../../scenarios/file/problem.ts'

interface Verdict {
  readonly file: string
  readonly ok: boolean
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** `validate`: prints what is wrong in each file; the exit code says whether all are right. */
export async function validateFiles(files: readonly string[], json: boolean): Promise<number> {
  const missing = files.filter((file) => locateScenario(file, process.cwd()) === undefined)
  if (missing.length > 0) {
    throw usageError(missing.map((file) => missingScenario(file, { file }, '').message).join('\n'))
  }
  const { industry } = loadIndustry()
  const verdicts = files.map((file) => validate(file, industry))
  if (json) process.stdout.write(`${JSON.stringify(verdicts)}\n`)
  else for (const verdict of verdicts) process.stdout.write(verdictText(verdict))
  return verdicts.every(({ ok }) => ok) ? exitCode.done : exitCode.badInput
}

function validate(file: string, industry: Industry): Verdict {
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

function verdictText({ file, ok, problems, warnings }: Verdict): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const lines = [
    ...problems.map((problem) => scenarioProblemText(problem)),
    ...warnings.map((warning) => `${scenarioProblemText(warning)} (allowed)`),
    ok ? `${file}: right` : `${file}: ${count}`,
  ]
  return `${lines.join('\n')}\n`
}
