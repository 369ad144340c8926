/** The line that computes the same numbers again, ready to be pasted into a shell. */
import { basename, relative } from 'node:path'
import type { Sampler } from '../../scenarios/sampling.ts'

export interface Request {
  readonly command: 'run' | 'compare'
  readonly words: readonly string[]
  readonly baseline: string | undefined
  /** Where the command line names one. */
  readonly sampler: Sampler | undefined
  readonly seed: number
  readonly replicates: number
}

export function reproduceLine(request: Request): string {
  const baseline = request.baseline === undefined ? [] : ['--baseline', request.baseline]
  const words = [...request.words, ...baseline].map((word) => shellWord(word))
  return [
    programCall(),
    request.command,
    ...words,
    `--replicates ${request.replicates}`,
    `--seed ${request.seed}`,
    ...samplerWords(request.sampler),
  ].join(' ')
}

/** The option that asks for a sampler other than the scenario's. */
export function samplerWords(sampler: Sampler | undefined): readonly string[] {
  return sampler === undefined ? [] : [`--sampler ${sampler}`]
}

/** How this program was called: by its own name, or as a file that node runs. */
export function programCall(): string {
  const file = process.argv[1] ?? 'plantshift'
  if (basename(file) === 'plantshift') return 'plantshift'
  const near = relative(process.cwd(), file)
  return `node ${shellWord(near.startsWith('..') ? file : near)}`
}

/** A word as a shell takes it back: in quotes where it has to be. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
