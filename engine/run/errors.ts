/**
 * Errors that a person can put right, by what was wrong: what was asked, a scenario, the data, a stored file, that another
 * program is at work, or the JavaScript engine that runs this (`engine/math/arithmetic.ts`). Any other error is a fault of the program. The command line has an exit code for each kind.
 */

export type ErrorKind = 'usage' | 'scenario' | 'data' | 'file' | 'busy' | 'platform'

export type ErrorOfKind<Kind extends ErrorKind = ErrorKind> = Error & { readonly kind: Kind }

/** An error of the kind; `more` are fields that it carries beside, as the problems of a file one by one. */
export function errorOfKind<Kind extends ErrorKind, More extends object = object>(
  kind: Kind,
  message: string,
  more?: More,
): ErrorOfKind<Kind> & More {
  return Object.assign(new Error(message), { kind }, more)
}

/** An error in what somebody asked for, for example an unknown option or outcome. */
export function usageError(message: string): ErrorOfKind<'usage'> {
  return errorOfKind('usage', message)
}

/** A stored file or folder that is missing, damaged or not this program's. */
export function fileError(message: string): ErrorOfKind<'file'> {
  return errorOfKind('file', message)
}
