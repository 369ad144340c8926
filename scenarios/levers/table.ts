/** The table of levers: the one place that sweeps, `--set`, scenario files, the documentation and the explorer read. */
import { abroadLevers } from './abroadTable.ts'
import { agreementLevers } from './agreementTable.ts'
import { answerLevers } from './answersTable.ts'
import { chineseLevers } from './chineseTable.ts'
import { contentLevers } from './contentTable.ts'
import { economyLevers } from './economyTable.ts'
import { type Lever, leverGroups } from './lever.ts'
import { metalsLevers } from './metalsTable.ts'
import { ordinaryLevers, partnerLevers } from './partnerTable.ts'
import { partsLevers } from './partsTable.ts'
import { plantsLevers } from './plantsTable.ts'
import { tariffLevers } from './tariffTable.ts'
import { whenLevers } from './whenTable.ts'

/** All levers in the order in which they are applied: what makes regimes out of the rules in force comes after what changes these. */
export const leversInOrder: readonly Lever[] = [
  ...whenLevers,
  ...ordinaryLevers,
  ...tariffLevers,
  ...partnerLevers,
  ...partsLevers,
  ...abroadLevers,
  ...contentLevers,
  ...metalsLevers,
  ...answerLevers,
  ...economyLevers,
  ...chineseLevers,
  ...plantsLevers,
  ...agreementLevers,
]

/** All levers by group, in the order in which they are shown. */
export const levers: readonly Lever[] = leverGroups.flatMap((group) =>
  leversInOrder.filter((lever) => lever.group === group),
)

const byId: ReadonlyMap<string, Lever> = new Map(levers.map((lever) => [lever.id, lever]))

/** The lever with the id; undefined where there is none. */
export function leverOf(id: string): Lever | undefined {
  return byId.get(id)
}
