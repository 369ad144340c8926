/** Commands of other programs that engines are asked by. */
import { execFile } from 'node:child_process'
import { errorOfKind, usageError } from '../../engine/run/errors.ts'

/** How long a command may take before it is taken for one that will not answer: milliseconds. */
const patience = 120_000

/** What may go wrong with a command, beside what is wrong with what it was asked. */
export interface AskedProgram {
  /** What to do where it is not there. */
  readonly install: string
  /** What it says where its server does not answer. */
  readonly isAway: RegExp
}

/**
 * Standard output of a command.
 *
 * @throws errors of kind `busy` where nobody answers, `usage` where it is not there or refuses
 */
export async function askProgram(command: string, words: readonly string[], asked: AskedProgram): Promise<string> {
  return await new Promise((resolve, reject) => {
    execFile(command, words, { timeout: patience, maxBuffer: 2 ** 26, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(failureOf(command, error, stderr.trim(), asked))
    })
  })
}

type Failure = Error & { readonly code?: unknown; readonly killed?: boolean }

function failureOf(command: string, error: Failure, said: string, { install, isAway }: AskedProgram): Error {
  if (error.code === 'ENOENT') return usageError(`--engine: there is no ${command} on this machine; ${install}`)
  const line = said === '' ? error.message : said.split('\n')[0]
  if (error.killed === true) {
    return errorOfKind('busy', `${command}: no answer within ${patience / 1000} s; try again later`)
  }
  return isAway.test(said)
    ? errorOfKind('busy', `${command}: ${line}; try again later`)
    : usageError(`${command}: ${line}`)
}
