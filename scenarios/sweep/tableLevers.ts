/** Levers of the table in a sweep: what is called by an id, or names one, has its title, unit and source from there. */
import { leverOf } from '../levers/table.ts'
import type { Lever, LeverValues, StatedSweep, SweepFile } from './sweepFile.ts'

/** The sweep with every lever written out. */
export function withTable(stated: StatedSweep): SweepFile {
  const { levers, ...others } = stated
  if (levers === undefined) return others
  return {
    ...others,
    levers: Object.fromEntries(Object.entries(levers).map(([name, one]) => [name, whole(name, one)])),
  }
}

function whole(name: string, stated: Lever | LeverValues): Lever {
  const lever: Lever = isValues(stated) ? { values: stated } : stated
  const isOther = lever.set !== undefined || lever.parameter !== undefined || lever.scenarios !== undefined
  const id = lever.lever ?? (isOther || (!isValues(stated) && leverOf(name) === undefined) ? undefined : name)
  if (id === undefined) return lever
  const { title, unit, source } = leverOf(id) ?? {}
  return { title, unit, source, ...lever, lever: id }
}

function isValues(stated: Lever | LeverValues): stated is LeverValues {
  return Array.isArray(stated) || 'from' in stated
}
