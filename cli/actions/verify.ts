/**
 * Checks a result folder: that a finished one lacks no block, every block by its bytes, and some blocks computed anew in this
 * thread and compared to the bit.
 */
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { numberOption, flagOption } from '../console/options.ts'
import { openResult } from '../../studies/folder/columns.ts'
import { readBlocks, choose, compareAnew, type Finding } from '../../studies/folder/verify.ts'

const usualBlocks = 3

/** `verify`: reads every block of a result, computes some again, and prints what differs. */
export function verifyResult(given: string, options: OptionValues): number {
  const { path, plan, inputs } = openResult(given)
  const { sound, findings } = readBlocks(path, plan, inputs)
  const chosen = choose(sound, numberOption(options, 'blocks', usualBlocks), numberOption(options, 'seed', 1))
  const differing = chosen.flatMap((block) => compareAnew(inputs, plan, block))
  const all = [...findings, ...differing]
  const said = {
    blocks: sound.length + findings.length,
    sound: sound.length,
    computedAgain: chosen.length,
    problems: all,
  }
  if (flagOption(options, 'json')) process.stdout.write(`${JSON.stringify(said)}\n`)
  else process.stdout.write(verdictText(said))
  return all.length === 0 ? exitCode.done : exitCode.tooManyFailed
}

interface Verdict {
  readonly blocks: number
  readonly sound: number
  readonly computedAgain: number
  readonly problems: readonly Finding[]
}

function verdictText(said: Verdict): string {
  const lines = [
    ...said.problems.map(({ problem }) => problem),
    `${said.sound} of ${said.blocks} blocks are as they were written; ${said.computedAgain} computed again, ` +
      `${said.problems.length === 0 ? 'all the same to the bit' : 'see above'}.`,
  ]
  return `${lines.join('\n')}\n`
}
