/** How far the run in a folder is, from its plan and the names of its shards. */
import { engineText } from '../../reports/text/engineText.ts'
import { decide } from '../../studies/engines/bookkeeping.ts'
import { lookAtRun } from '../../studies/engines/drive.ts'
import type { Engine } from '../../studies/engines/engine.ts'
import { readRounds } from '../../studies/engines/rounds.ts'
import { openResult } from '../../studies/folder/columns.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption } from '../console/options.ts'
import { engineFrom } from './openEngine.ts'
import { asideText, engineLine, resumeLine } from './reproduce.ts'
import { status as statusOf, type RunStatus } from '../../studies/folder/status.ts'
import { print, printJson } from '../console/print.ts'

/** `status`: prints how far a run has come. @returns the exit code */
export async function printStatus(given: string, options: OptionValues): Promise<number> {
  const path = requireResult(given)
  const engine = engineFrom(options)
  const json = flagOption(options, 'json')
  if (engine === undefined) {
    const status = statusOf(path)
    if (json) printJson(status)
    else print(statusText(path, status, readRounds(path).at(-1)?.engine))
    return exitCode.done
  }
  try {
    await printEngine(path, engine, json)
  } finally {
    await engine.close()
  }
  return exitCode.done
}

async function printEngine(path: string, engine: Engine, json: boolean): Promise<void> {
  const look = await lookAtRun(openResult(path), path, engine)
  // What is written is counted when what is missing is: an engine may take seconds to answer.
  const status = statusOf(path)
  const decision = decide(look.situation)
  const { view, due } = look
  if (json) {
    const { running, waiting, held, notes } = view
    const missing = { blocks: due.missing, ofEngine: due.missing.filter((block) => view.blocks.has(block)) }
    return printJson({
      ...status,
      engine: { name: engine.name, running, waiting, held, missing, next: decision.kind, notes },
    })
  }
  const commands = {
    resume: engineLine('resume', path, engine.name),
    gather: engineLine('gather', path, engine.name),
  }
  const isWritten = status.state === 'finished' && decision.kind === 'complete'
  print(statusText(path, status, engine.name) + (isWritten ? '' : engineText(engine.name, look, decision, commands)))
}

/** @param engine that has computed some of it, or is to */
function statusText(path: string, status: RunStatus, engine: string | undefined): string {
  const most = status.untilPrecise ? 'at most ' : ''
  const {
    name,
    kind,
    state,
    scenarios,
    parts,
    replicates,
    blocks,
    blocksDone,
    replicatesDone,
    replicatesLost: lost,
  } = status
  const each = parts === 1 ? '' : ` in each of ${parts} parts`
  const lines = [
    `${name}: ${kind} of ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}, ${most}${replicates} replicates${each}; ${stateText(state, engine)}`,
    `${blocksDone} of ${blocks} blocks (${replicatesDone} of ${replicates * parts} replicates) are written`,
    ...(state === 'broken off' && engine === undefined ? [`To go on: ${resumeLine(path)}`] : []),
    ...(state === 'broken off' && engine !== undefined
      ? [`Handed out to ${engine}. What it has of it: ${engineLine('status', path, engine)}`]
      : []),
    ...(lost === undefined ? [] : [`${lost} of these are lost with their thread. To try again: ${resumeLine(path)}`]),
    ...(status.putAside ?? []).map((aside) => asideText(aside, path)),
  ]
  return `${lines.join('\n')}\n`
}

/** Nobody is at work in the folder itself of a run that an engine computes. */
function stateText(state: string, engine: string | undefined): string {
  return state === 'broken off' && engine !== undefined ? 'not finished' : state
}
