/** An error in what somebody asked for, as against one in a file: of kind `usage`. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { kind: 'usage' })
}
