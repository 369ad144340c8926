/** Prints the trace of one replicate of a scenario and its baseline. */
import { statSync } from 'node:fs'
import type { ReplicateTrace } from '../../engine/model/explain/trace.ts'
import { usageError } from '../../engine/run/errors.ts'
import { replayText } from '../../reports/text/replayText.ts'
import { libraryNames } from '../../scenarios/join/library.ts'
import { replay } from '../../studies/explanation/replay.ts'
import { replayStored } from '../../studies/explanation/replayStored.ts'
import { styleOfOutput } from '../console/layout.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, givenNumber, textOption } from '../console/options.ts'
import { designFrom } from '../console/studyOptions.ts'
import { print, printJson } from '../console/print.ts'

/** Prints a replicate, as text or as JSON. @param given a scenario or the folder of a result @returns the exit code */
export function printReplay(given: string, options: OptionValues): number {
  const replicate = givenNumber(options, 'replicate')
  if (replicate === undefined) throw usageError('--replicate: say which one, as in --replicate 17 (they start at 0)')
  const trace = isFolder(given) ? traceOfResult(given, replicate, options) : traceOf(given, replicate, options)
  if (flagOption(options, 'json')) printJson(trace)
  else print(replayText(trace, styleOfOutput().width))
  return exitCode.done
}

/** A name of the library is one, also where there is a folder of that name. */
function isFolder(given: string): boolean {
  return !libraryNames().includes(given) && statSync(given, { throwIfNoEntry: false })?.isDirectory() === true
}

function traceOfResult(folder: string, replicate: number, options: OptionValues): ReplicateTrace {
  const other = ['seed', 'sampler', 'form', 'set', 'baseline'].find((name) => options[name] !== undefined)
  if (other !== undefined) throw usageError(`--${other}: the plan in ${folder} says it; leave it out`)
  return replayStored(folder, { replicate, scenario: textOption(options, 'scenario'), data: dataFrom(options) })
}

function traceOf(scenario: string, replicate: number, options: OptionValues): ReplicateTrace {
  if (textOption(options, 'scenario') !== undefined) {
    throw usageError(`--scenario: chooses one of a result, and ${scenario} is no folder of one; leave it out`)
  }
  const { replicates: _, ...design } = designFrom(options)
  return replay(scenario, { replicate, ...design, baseline: textOption(options, 'baseline') })
}
