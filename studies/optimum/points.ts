/** The points of a sweep with their replicates, from its folder. */
import type { OpenedResult, PartColumns, ScenarioColumn } from '../folder/columns.ts'
import { ofEqualLength, type PointColumn } from './curves.ts'

/** Of the points whose blocks are there; all have as many replicates as the shortest. */
export function pointColumns(result: OpenedResult, columnsOf: PartColumns): readonly PointColumn[] {
  const { plan } = result
  const found = plan.parts.flatMap((_, part): readonly PointColumn[] => {
    const stored = columnsOf(part)
    const of = (scenario: number): ScenarioColumn => stored.find((one) => one.scenario === scenario)!
    return (plan.points ?? [])
      .filter((point) => point.part === part)
      .map(({ scenario, levers }) => {
        const { values, status } = of(scenario)
        return { levers, values, status }
      })
  })
  return ofEqualLength(found)
}
