/** How far the run in a folder is, from its plan and the names of its shards. */
import { requireResult } from '../../studies/folder/folder.ts'
import { exitCode } from '../console/failure.ts'
import { asideText, resumeLine } from './reproduce.ts'
import { status as statusOf, type RunStatus } from '../../studies/folder/status.ts'
import { print, printJson } from '../console/print.ts'

/** `status`: prints how far a run has come. */
export function printStatus(given: string, json: boolean): number {
  const path = requireResult(given)
  const status = statusOf(path)
  if (json) printJson(status)
  else print(statusText(path, status))
  return exitCode.done
}

function statusText(path: string, status: RunStatus): string {
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
    `${name}: ${kind} of ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}, ${most}${replicates} replicates${each}; ${state}`,
    `${blocksDone} of ${blocks} blocks (${replicatesDone} of ${replicates * parts} replicates) are written`,
    ...(state === 'broken off' ? [`To go on: ${resumeLine(path)}`] : []),
    ...(lost === undefined ? [] : [`${lost} of these are lost with their thread. To try again: ${resumeLine(path)}`]),
    ...(status.putAside ?? []).map((aside) => asideText(aside, path)),
  ]
  return `${lines.join('\n')}\n`
}
