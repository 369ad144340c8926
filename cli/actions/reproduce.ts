/** Lines that compute the same numbers again, or go on with a run, ready to be pasted into a shell. */
import { basename, relative } from 'node:path'
import type { RunPlanFile } from '../../reports/runPlan.ts'
import type { Sampler } from '../../scenarios/sampling.ts'

/** A command with the words that say what it is about. */
export function commandLine(
  command: string,
  words: readonly string[],
  baseline: string | undefined,
  sampler?: Sampler,
): string {
  const options = [...(baseline === undefined ? [] : ['--baseline', baseline]), ...samplerWords(sampler)]
  return [command, ...[...words, ...options].map((word) => shellWord(word))].join(' ')
}

/** @param replicates undefined where the precision that is asked for decides how many there are */
export function reproduceLine({ command, seed }: Pick<RunPlanFile, 'command' | 'seed'>, replicates: number | undefined): string {
  const count = replicates === undefined ? [] : [`--replicates ${replicates}`]
  return [programCall(), command, ...count, `--seed ${seed}`].join(' ')
}

export function resumeLine(folder: string): string {
  const near = relative(process.cwd(), folder)
  return `${programCall()} resume ${shellWord(near === '' || near.startsWith('..') ? folder : near)}`
}

/** The option that asks for a sampler other than the scenario's. */
export function samplerWords(sampler: Sampler | undefined): readonly string[] {
  return sampler === undefined ? [] : ['--sampler', sampler]
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
