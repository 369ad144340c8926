/**
 * The lock of a result folder: two programs at work in one folder would write over each other. It is a file that only one
 * program can make, and says which one that is: its process, machine and start. The lock of a process that is gone does not
 * count, whatever became of it; that of another machine cannot be judged from here, and is broken only by who says so.
 *
 * proper-lockfile 4.1 judges a lock by the age of a file that its holder touches every few seconds. A replicate, a chart or a
 * check of a block is computed without a pause, so that here another program would take the lock of one that is at work; and
 * after a process was killed nobody could go on for as long.
 */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errorOfKind } from '../../engine/run/errors.ts'
import { programName } from '../plan/version.ts'

export const lockFile = 'lock'

/** Who holds a lock. */
interface Holder {
  readonly process: number
  readonly host: string
  /** When the process began, in the words of its system; numbers of processes are used again. Undefined where nobody knows. */
  readonly started?: string | undefined
  /** When it took the lock. */
  readonly since?: string | undefined
  /** The job of an engine that it is, as Slurm numbers it; undefined where it is none. */
  readonly job?: string | undefined
}

/**
 * Which locks are broken of holders of which nobody here can know whether they are still at work: none, any, or, where this process is a
 * job of an engine that lets one alone run at a time, those of other such jobs, which then are gone.
 */
export type BreakLock = boolean | { readonly job: string }

/** A lock as it was found. */
interface FoundLock {
  readonly text: string
  /** Undefined where the text says nothing: what was left of a lock when a disk was full or a machine failed. */
  readonly holder: Holder | undefined
}

/** What can be known from here of a lock's holder. */
type Verdict = 'at work' | 'gone' | 'unknown'

/**
 * Takes the lock of a folder.
 *
 * @returns the text of the lock, for `releaseLock`
 * @throws an error of kind `busy` while another process, or another call in this one, has it
 */
export function takeLock(folder: string, breakLock: BreakLock): string {
  const path = join(folder, lockFile)
  const text = `${JSON.stringify({ ...ownLock(), ...(typeof breakLock === 'object' ? breakLock : {}) })}\n`
  while (!createWhole(path, text)) {
    const found = readLock(path)
    if (found === undefined) continue
    const verdict = verdictOn(found.holder)
    if (verdict === 'at work' || (verdict === 'unknown' && !mayBreak(found, breakLock)))
      throw busy(folder, found.holder, verdict)
    removeLock(path, found.text)
  }
  return text
}

function mayBreak({ holder }: FoundLock, breakLock: BreakLock): boolean {
  return typeof breakLock === 'boolean' ? breakLock : holder?.job !== undefined
}

/** Gives a lock back; one that somebody else has taken meanwhile stays. */
export function releaseLock(folder: string, text: string): void {
  if (holdsLock(folder, text)) rmSync(join(folder, lockFile), { force: true })
}

/** Whether a folder has a file in place of the lock that no version of this program has written, whole or in part. */
export function hasForeignLock(folder: string): boolean {
  const found = readLock(join(folder, lockFile))
  if (found === undefined || found.holder !== undefined) return false
  const [text, start] = [found.text.trim(), '{"process":']
  return !text.startsWith(start) && !start.startsWith(text) && !/^\d+ ?$/.test(text)
}

/** Whether the lock of a folder is the one that was taken. */
export function holdsLock(folder: string, text: string): boolean {
  return readLock(join(folder, lockFile))?.text === text
}

/** Who is at work in a folder, as in `4711` or `4711 on node-17`; undefined where nobody is, as far as can be known. */
export function lockHolder(folder: string): string | undefined {
  const found = readLock(join(folder, lockFile))
  if (found === undefined || verdictOn(found.holder) === 'gone') return undefined
  return holderText(found.holder)
}

function ownLock(): Holder {
  const started = processStart(process.pid)
  return { process: process.pid, host: hostname(), started, since: new Date().toISOString() }
}

/** Makes a file that is whole from its first moment. @returns false where there is one of that name */
function createWhole(path: string, text: string): boolean {
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, text)
    linkSync(own, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    // Some file systems have no second names for a file; there the lock may be seen empty for a moment.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code) || !existsSync(own)) throw error
    return createPlain(path, text)
  } finally {
    rmSync(own, { force: true })
  }
}

function createPlain(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** How often, and how long apart, a lock is read that says nothing, since it may be just being written: milliseconds. */
const readings = 5
const betweenReadings = 100

function readLock(path: string): FoundLock | undefined {
  for (let reading = 1; ; reading++) {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
    const holder = holderOf(text)
    if (holder !== undefined || reading === readings) return { text, holder }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenReadings)
  }
}

/** Version 0.1 wrote the process and the machine, with a space between. */
const earlierLock = /^(\d+) (\S+)$/

function holderOf(text: string): Holder | undefined {
  const earlier = earlierLock.exec(text.trim())
  if (earlier !== null) return { process: Number(earlier[1]), host: earlier[2] }
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said !== 'object' || said === null) return undefined
    const field = (name: string): unknown => Reflect.get(said, name)
    const [number, host, started, since, job] = ['process', 'host', 'started', 'since', 'job'].map(field)
    if (typeof number !== 'number' || typeof host !== 'string') return undefined
    return { process: number, host, started: wordOf(started), since: wordOf(since), job: wordOf(job) }
  } catch {
    return undefined
  }
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function verdictOn(holder: Holder | undefined): Verdict {
  if (holder === undefined) return 'gone'
  if (holder.host !== hostname()) return 'unknown'
  if (!isAlive(holder.process)) return 'gone'
  const started = processStart(holder.process)
  if (started === undefined || holder.started === undefined) return 'unknown'
  return started === holder.started ? 'at work' : 'gone'
}

/** Whether a process of this machine is there and at work, and has begun then, as `processStart` says it, if that is known. */
export function isStillThere(number: number, started: string | undefined): boolean {
  return isAlive(number) && (started === undefined || processStart(number) === started)
}

/** Whether a process of that number is there and at work. */
function isAlive(number: number): boolean {
  try {
    process.kill(number, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  // A process that was killed has its number until its parent asks for it, which in some containers nobody does.
  return !/^[ZX]/.test(processState(number) ?? '')
}

/** What Linux says of a process, from its state on; undefined on other systems. */
function processState(number: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${number}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2)
  } catch {
    return undefined
  }
}

/** Position of the start of a process, in ticks since the machine began, among the words of its state. */
const startWord = 19

/** The start of the machine and of the process on it; undefined where the system does not say. */
export function processStart(number: number): string | undefined {
  const ticks = processState(number)?.split(' ')[startWord]
  if (ticks === undefined) return undefined
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    return undefined
  }
}

/** Takes away the lock that was read, and no other: of two programs that break one, one alone moves it. */
function removeLock(path: string, text: string): void {
  const aside = `${path}.${process.pid}.old`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  // Somebody else was faster, and this is the new lock: it goes back.
  const moved = readFileSync(aside, 'utf8')
  if (moved !== text) createWhole(path, moved)
  rmSync(aside, { force: true })
}

function holderText(holder: Holder | undefined): string {
  if (holder === undefined) return 'unknown'
  const job = holder.job === undefined ? '' : `, job ${holder.job}`
  return holder.host === hostname() ? `${holder.process}${job}` : `${holder.process} on ${holder.host}${job}`
}

function busy(folder: string, holder: Holder | undefined, verdict: Verdict): Error {
  const since = holder?.since === undefined ? '' : `, since ${holder.since}`
  const breaking = verdict === 'unknown' ? ', or, if you know that it is gone, add --break-lock' : ''
  return errorOfKind(
    'busy',
    `${folder}: another ${programName} (process ${holderText(holder)}) is at work there${since}; try again later${breaking}`,
  )
}
