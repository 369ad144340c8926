/** Writes a scenario file to start from. */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { starterText } from '../../scenarios/join/starter.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, textOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'

/** @param given name of the scenario, or path of the file @returns the exit code */
export function writeStarter(given: string, options: OptionValues): number {
  const path = /\.ya?ml$/.test(given) ? given : `${given}.yaml`
  const from = textOption(options, 'from') ?? 'base'
  requireOutFile('NAME', path, flagOption(options, 'force'))
  // What it extends must be right before it is extended.
  loadScenario(from)
  writeFileSync(path, starterText(basename(path).replace(/\.ya?ml$/, ''), from, path))
  speaker(options)(`${path} written; it extends ${from}. Change it, then: plantshift run ${path}`)
  return exitCode.done
}
