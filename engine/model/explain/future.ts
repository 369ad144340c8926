/**
 * One replicate with what stands where in every year: what `trace` tells, and vehicles by plant, plants that are closed, and the
 * place of every line, so that its years can be shown on a map.
 */
import type { Key } from '../../math/streams.ts'
import type { Workspace } from '../history/workspace.ts'
import { type ReplicateTrace, traceReplicate } from './trace.ts'

/** What stands where at the end of a year. */
export interface Standing {
  /** [plant slot] vehicles a year */
  readonly output: readonly number[]
  /** [plant slot] whether it is closed for good */
  readonly closed: readonly boolean[]
  /** [plant slot] lines that are built there */
  readonly lines: readonly number[]
  /** [line] index into `places` */
  readonly linePlace: readonly number[]
}

/** A replicate as it is told, and [scenario][year] what stands where, from the base year on. */
export interface Future extends ReplicateTrace {
  readonly standing: readonly (readonly Standing[])[]
}

/** Runs a replicate of every scenario of the workspace and keeps every year of it. */
export function traceFuture(workspace: Workspace, root: Key, replicate: number): Future {
  const { economies } = workspace
  const standing = economies.map((): Standing[] => [])
  const trace = traceReplicate(workspace, root, replicate, (s) => {
    standing[s].push(standingNow(workspace, s))
  })
  return { ...trace, standing: standing.map((years) => [standingInBaseYear(workspace), ...years]) }
}

function standingNow({ map, economies }: Workspace, s: number): Standing {
  const { plants, year } = economies[s]
  const output = Array.from({ length: map.slots }, () => 0)
  plants.lineSlot.forEach((slot, j) => {
    if (slot >= 0) output[slot] += year.output[j]
  })
  return {
    output,
    closed: Array.from(plants.closed, (closed) => closed === 1),
    lines: Array.from(plants.lineCount),
    linePlace: Array.from(plants.linePlace),
  }
}

/** The base year is the same in all scenarios, and no plant of it is closed. */
function standingInBaseYear({ industry, map, baseOutput }: Workspace): Standing {
  const output = Array.from({ length: map.slots }, () => 0)
  const lines = Array.from({ length: map.slots }, () => 0)
  industry.linePlant.forEach((plant, j) => {
    if (plant < 0) return
    output[plant] += baseOutput[j]
    lines[plant] += 1
  })
  return { output, closed: output.map(() => false), lines, linePlace: Array.from(industry.linePlace) }
}
