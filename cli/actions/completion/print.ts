/** Prints the script by which a shell completes what is typed after `plantshift`. */
import { oneOf } from '../../../studies/plan/choice.ts'
import { programVersion } from '../../../studies/plan/version.ts'
import type { CommandDefinition } from '../../console/command.ts'
import { exitCode } from '../../console/failure.ts'
import { bashScript } from './bash.ts'
import { fishScript } from './fish.ts'
import { completed } from './words.ts'
import { zshScript } from './zsh.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

/** @returns the exit code @throws an error of kind `usage` for another shell */
export function printCompletion(shell: string, commands: readonly CommandDefinition[]): number {
  const name = oneOf('completion', shell, ['bash', 'zsh', 'fish'])
  const first = `Completion of plantshift ${programVersion()} in ${name}, made by: plantshift completion ${name}`
  process.stdout.write(scripts[name](completed(commands), first))
  return exitCode.done
}
