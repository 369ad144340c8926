/** The table of levers: the one place that sweeps, `--set`, scenario files, the documentation and the explorer read. */
import { contentLevers } from './contentTable.ts'
import type { Lever } from './lever.ts'
import { tariffLevers } from './tariffTable.ts'
import { whenLevers } from './whenTable.ts'

/** All levers, in the order in which they are applied and shown. */
export const levers: readonly Lever[] = [...whenLevers, ...tariffLevers, ...contentLevers]

const byId: ReadonlyMap<string, Lever> = new Map(levers.map((lever) => [lever.id, lever]))

/** The lever with the id; undefined where there is none. */
export function leverOf(id: string): Lever | undefined {
  return byId.get(id)
}
