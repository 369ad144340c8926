/**
 * What is wrong with the data files, said so that it can be put right: which file, line and column, what stands there,
 * what may stand there, and the nearest right answer. All problems of all files are collected and thrown as one error.
 */
import { type ErrorOfKind, errorOfKind } from '../../engine/run/errors.ts'

export interface DataProblem {
  /** File name without its folder. */
  readonly file: string
  /** Line in the file, from 1; absent when the problem is the whole file's. */
  readonly line?: number
  /** Name of the column. */
  readonly column?: string
  readonly message: string
  readonly given?: string
  readonly allowed?: string
  readonly nearest?: string
}

/** An error of kind `data`, with its problems one by one. */
export type DataError = ErrorOfKind<'data'> & { readonly problems: readonly DataProblem[] }

/** As in `models.csv:17:us_supply_mix: shares sum to 0.95, must sum to 1`. */
function dataProblemText(problem: DataProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined)
  return `${place.join(':')}: ${problem.message}`
}

/** One error whose message lists all problems. */
export function dataError(problems: readonly DataProblem[]): DataError {
  return errorOfKind('data', problems.map(dataProblemText).join('\n'), { problems })
}
