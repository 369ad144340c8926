/** Commands of a build, run to their end in a process of their own, and what they took of processor time and memory. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { StatedForms } from '../../scenarios/parameters/forms.ts'
import { formWords } from '../../studies/plan/forms.ts'

/** A checkout with `dist`. */
export interface Build {
  readonly root: string
}

export const thisBuild: Build = { root: fileURLToPath(new URL('../../..', import.meta.url)) }

export interface Taken {
  /** Of all threads, user and system. */
  readonly processorSeconds: number
  /** Up to the first worker thread; all of it where there is none. */
  readonly secondsToFirstThread: number
  /** Largest resident memory, as the system counts it. */
  readonly megabytes: number
  /** Events of the result's log, a line each; empty where there is no result. */
  readonly log: string
}

/** Loaded before the program: it says what was taken when the first thread is made, and at the end. */
const watch = `
import threads from 'node:worker_threads'
import { syncBuiltinESMExports } from 'node:module'
if (threads.isMainThread) {
  let first
  const seconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
  threads.Worker = class extends threads.Worker { constructor(...all) { first ??= seconds(); super(...all) } }
  syncBuiltinESMExports()
  process.on('exit', () => {
    const all = seconds()
    const taken = { processorSeconds: all, secondsToFirstThread: first ?? all, megabytes: process.resourceUsage().maxRSS / 1000 }
    process.stderr.write('\\nTAKEN ' + JSON.stringify(taken) + '\\n')
  })
}`

/** The forms of the model that the first version had: builds are compared in them, and the C++ has no other. */
export const firstForms: StatedForms = { demand: 'nestedLogit', closure: 'off' }

/** The words that ask a command for these, of a build in which there are others. */
function formsFor({ root }: Build, [command]: readonly string[]): readonly string[] {
  const knows = existsSync(join(root, 'dist', 'studies', 'plan', 'forms.js'))
  return knows && ['run', 'compare', 'sweep', 'explain'].includes(command) ? formWords(firstForms) : []
}

/**
 * Runs a command; one that makes a result is given a folder that is removed again.
 *
 * @param code with which it is to end
 * @throws Error where it ends with another
 */
export function take(build: Build, words: readonly string[], makesResult: boolean, code: number = 0): Taken {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  try {
    const preload = `data:text/javascript,${encodeURIComponent(watch)}`
    const out = makesResult ? ['--out', join(folder, 'out')] : []
    const program = join(build.root, 'dist', 'cli', 'main.js')
    const all = [...words, ...formsFor(build, words), ...out]
    const { stderr, status } = spawnSync(process.execPath, ['--import', preload, program, ...all], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    const said = /TAKEN (\{.*\})/.exec(stderr)?.[1]
    if (status !== code || said === undefined)
      throw new Error(`${words.join(' ')} ends with ${status} in ${build.root}:\n${stderr}`)
    const taken: Omit<Taken, 'log'> = JSON.parse(said)
    const log = join(folder, 'out', 'log.ndjson')
    return { ...taken, log: existsSync(log) ? readFileSync(log, 'utf8') : '' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Processor seconds that one replicate more takes, between two numbers of replicates: start and warming up are in both. */
export function secondsOfAReplicate(build: Build, words: readonly string[], counts: readonly [number, number]): number {
  const [few, many] = counts.map(
    (count) => take(build, [...words, '--replicates', String(count), '--workers', '1'], true).processorSeconds,
  )
  return (many - few) / (counts[1] - counts[0])
}
