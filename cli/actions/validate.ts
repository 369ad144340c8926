/** Prints what is wrong with scenario files. */
import { scenarioProblemText } from '../../scenarios/file/problem.ts'
import { validate, type Verdict } from '../../studies/plan/validate.ts'
import { exitCode } from '../console/failure.ts'
import { print, printJson } from '../console/print.ts'

/** Prints a verdict on each file. @returns the exit code of bad input where one is wrong */
export async function printVerdicts(
  files: readonly string[],
  data: string | undefined,
  json: boolean,
): Promise<number> {
  const verdicts = validate(files, { data })
  if (json) printJson(verdicts)
  else for (const verdict of verdicts) print(verdictText(verdict))
  return verdicts.every(({ ok }) => ok) ? exitCode.done : exitCode.badInput
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
