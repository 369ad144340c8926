/**
 * The program as a function: words in, an exit code out, so that a test can ask it without a process. It only reads words and
 * hands them on: every command is a file beside this one.
 */
import { Command, CommanderError } from 'commander'
import { compareCommand } from './compare.ts'
import { completionCommand } from './completion.ts'
import type { CommandDefinition, GivenOption } from './console/command.ts'
import { exitCode, failureLines, exitCodeOf } from './console/failure.ts'
import { printMessage } from './console/print.ts'
import { dataCommand } from './data.ts'
import { discoverCommand } from './discover.ts'
import { doctorCommand } from './doctor.ts'
import { explainCommand } from './explain.ts'
import { exploreCommand } from './explore.ts'
import { exportCommand } from './export.ts'
import { gatherCommand } from './gather.ts'
import { listCommand } from './list.ts'
import { initCommand } from './init.ts'
import { optimiseCommand } from './optimise.ts'
import { replayCommand } from './replay.ts'
import { reportCommand } from './report.ts'
import { runCommand } from './run.ts'
import { scenariosCommand } from './scenarios.ts'
import { resumeCommand } from './resume.ts'
import { schemaCommand } from './schema.ts'
import { statusCommand } from './status.ts'
import { submitCommand } from './submit.ts'
import { tableCommand } from './table.ts'
import { sweepCommand } from './sweep.ts'
import { sensitivityCommand } from './sensitivity.ts'
import { validateCommand } from './validate.ts'
import { verifyCommand } from './verify.ts'
import { workCommand } from './work.ts'
import { programVersion } from '../studies/plan/version.ts'

/** In the order of the help. */
export const commands: readonly CommandDefinition[] = [
  runCommand,
  compareCommand,
  sweepCommand,
  statusCommand,
  resumeCommand,
  submitCommand,
  workCommand,
  gatherCommand,
  verifyCommand,
  exportCommand,
  tableCommand,
  reportCommand,
  sensitivityCommand,
  discoverCommand,
  optimiseCommand,
  explainCommand,
  exploreCommand,
  replayCommand,
  scenariosCommand,
  listCommand,
  initCommand,
  validateCommand,
  schemaCommand,
  doctorCommand,
  dataCommand,
  completionCommand(() => commands),
]

const codes = `
Exit codes: 0 done; 1 too many failed replicates; 2 usage; 3 done, but replicates were lost with their thread, which
resume tries again; 65 bad scenario or data; 74 input/output;
75 try again; 78 engine or configuration; 130 interrupted, can be resumed.`

function buildProgram(finish: (code: number) => void): Command {
  const program = new Command('plantshift')
    .description('What happens to auto plants, jobs and prices when trade rules change, and how sure we are.')
    .version(programVersion())
    .exitOverride()
    .addHelpText('after', `\nExample:\n  plantshift run usmca-2025-tariffs\n${codes}`)
  for (const definition of commands) addCommand(program, definition, finish)
  return program
}

function addCommand(program: Command, definition: CommandDefinition, finish: (code: number) => void): void {
  const command = program.command(definition.usage).summary(definition.summary).description(definition.description)
  for (const { flags, description, parse } of definition.options) {
    if (parse === undefined) command.option(flags, description)
    else command.option(flags, description, parse)
  }
  const given: GivenOption[] = []
  for (const option of command.options) {
    const name = option.name()
    command.on(`option:${name}`, (text: unknown) => {
      if (typeof text === 'string') given.push({ name, text })
    })
  }
  const indented = definition.example.trim().replaceAll(/^/gm, '  ')
  command.addHelpText('after', `\nExample:\n${indented}\n`)
  command.action(async () => finish(await definition.action(command.args, command.opts(), given)))
}

/**
 * Does what the words ask. Results go to standard output, everything else to standard error.
 *
 * @param words as they stand after `plantshift` on a command line
 * @returns the exit code, one of those of `console/failure.ts`
 */
export async function runProgram(words: readonly string[]): Promise<number> {
  let code: number = exitCode.done
  const program = buildProgram((value) => {
    code = value
  })
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
    for (const line of failureLines(error)) printMessage(line)
    return exitCodeOf(error)
  }
  return code
}
