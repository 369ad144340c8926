/**
 * Everything that can go wrong, as the user meets it: a few lines on standard error and an exit code, never a stack. Set
 * PLANTSHIFT_DEBUG=1 to see the stack as well.
 */
import type { ErrorKind } from '../../engine/run/errors.ts'

export const exitCode = {
  done: 0,
  tooManyFailed: 1,
  usage: 2,
  lost: 3,
  badInput: 65,
  inputOutput: 74,
  tryAgain: 75,
  engine: 78,
  interrupted: 130,
} as const

const codeOfKind: Readonly<Record<ErrorKind, number>> = {
  usage: exitCode.usage,
  scenario: exitCode.badInput,
  data: exitCode.badInput,
  file: exitCode.inputOutput,
  busy: exitCode.tryAgain,
  platform: exitCode.engine,
}

/** Exit code of an error, from its `kind`, or from what the file system says. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof Error)) return exitCode.engine
  if ('kind' in error && isKind(error.kind)) return codeOfKind[error.kind]
  return 'syscall' in error ? exitCode.inputOutput : exitCode.engine
}

function isKind(kind: unknown): kind is ErrorKind {
  return typeof kind === 'string' && Object.hasOwn(codeOfKind, kind)
}

/** Whether an exit code says that no other time, and no other machine, would do better. */
export function isFinalCode(code: number): boolean {
  return code === exitCode.badInput || code === exitCode.engine
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and try again, or choose another folder',
  EDQUOT: 'your share of the disk is used up; free some space and try again, or choose another folder',
  EFBIG: 'the file is larger than may be written there; choose another folder',
  EACCES: 'no permission to write or read there; choose another folder',
  EPERM: 'no permission to write or read there; choose another folder',
  EROFS: 'that file system is read-only; choose another folder',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EISDIR: 'that is a folder, not a file',
  EMFILE: 'too many open files',
  ELOOP: 'is a link that leads to itself, or that a result may not hold; take it away, and try again',
  ENAMETOOLONG: 'that name is too long for the file system; give a shorter one',
}

/** The lines to print for an error, each problem on its own. */
export function failureLines(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const problems = 'problems' in error && Array.isArray(error.problems) ? error.problems : []
  const lines = problems.length > 0 ? problems.map((problem) => problemLine(problem)) : [error.message]
  if ('syscall' in error && 'code' in error) {
    const path = 'path' in error ? `${String(error.path)}: ` : ''
    lines[0] = `${path}${remedies[String(error.code)] ?? error.message}`
  }
  if (exitCodeOf(error) === exitCode.engine && !('kind' in error && isKind(error.kind))) {
    lines[0] = `a fault of the program, not of what it was given: ${lines[0]} (PLANTSHIFT_DEBUG=1 shows where)`
  }
  if (process.env['PLANTSHIFT_DEBUG'] === '1' && error.stack !== undefined) lines.push(error.stack)
  return lines
}

/** As in `base.yaml:3:7: message`. */
function problemLine(problem: unknown): string {
  if (typeof problem !== 'object' || problem === null) return String(problem)
  const place = [part(problem, 'file'), part(problem, 'line'), part(problem, 'column')].filter((text) => text !== '')
  return [...place, ` ${part(problem, 'message')}`].join(':').trimStart()
}

function part(problem: object, name: string): string {
  const value: unknown = Reflect.get(problem, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
