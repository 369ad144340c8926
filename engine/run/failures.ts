/**
 * Why a replicate was left out of the results. The model gives its own reasons in `model/results`; two more can only
 * be seen from outside: the replicate threw an error, or the thread that computed it died.
 */
import { statusTexts } from '../model/accounts/results.ts'

export const thrownStatus = 100
export const lostStatus = 101

export interface Failure {
  readonly scenario: number
  readonly replicate: number
  readonly status: number
  readonly reason: string
}

/** An error caught inside one replicate. */
export interface ThrownError {
  readonly replicate: number
  readonly message: string
}

/** How many replicates have a thread that died: they may do better another time. */
export function countLost(failures: readonly Pick<Failure, 'replicate' | 'status'>[]): number {
  return new Set(failures.filter(({ status }) => status === lostStatus).map(({ replicate }) => replicate)).size
}

/** Whether an error says that there was no memory, which is no fault of the replicate that met it. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /allocation failed|could not allocate/i.test(error.message)
}

/** Readable reason of a status other than 0. */
export function failureReason(status: number, message?: string): string {
  if (status === thrownStatus) return message === undefined ? 'stopped by an error' : `stopped by an error: ${message}`
  if (status === lostStatus) return message === undefined ? 'its thread died' : `its thread died: ${message}`
  return statusTexts[status] ?? `status ${status}`
}
