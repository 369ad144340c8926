/**
 * What is wrong with a scenario file, said so that it can be put right. All problems of a scenario come as one error.
 */
import { type ErrorOfKind, errorOfKind } from '../../engine/run/errors.ts'

export interface Problem {
  /** The file as the user knows it. */
  readonly file: string
  /** Line and column, from 1; absent when the problem is the whole file's. */
  readonly line?: number
  readonly column?: number
  /** Where in the scenario, as in `policy.regimes.usmca.programmes.US`. */
  readonly path: string
  /** What stands there, as in `25`. */
  readonly given?: string
  /** What may stand there. */
  readonly allowed?: string
  /** The nearest right answer. */
  readonly nearest?: string
  /** All of it in one sentence. */
  readonly message: string
}

/** An error of kind `scenario`, with its problems one by one. */
export type ScenarioError = ErrorOfKind<'scenario'> & { readonly problems: readonly Problem[] }

/** Whether an error says what is wrong with a scenario. */
export function isScenarioError(error: unknown): error is ScenarioError {
  return error instanceof Error && 'kind' in error && error.kind === 'scenario' && 'problems' in error
}

/** As in `my-rule.yaml:7:3: unknown key: exmpt; did you mean exempt?`. */
export function scenarioProblemText(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  return `${place.join(':')}: ${problem.message}`
}

/** One error whose message lists all problems, by file and line, each once. */
export function scenarioError(problems: readonly Problem[]): ScenarioError {
  const sorted = inFileOrder(problems)
  return errorOfKind('scenario', sorted.map(scenarioProblemText).join('\n'), { problems: sorted })
}

/** Problems in the order of their files and lines; one that was found twice stands once. */
function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(problems.map((problem) => [scenarioProblemText(problem), problem]))
  const files = [...new Set(problems.map(({ file }) => file))]
  return [...once.values()].toSorted(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0),
  )
}
