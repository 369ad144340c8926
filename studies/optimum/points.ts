/** The points of a sweep with their replicates, from its folder. */
import { differenceFrom } from '../../engine/analysis/difference.ts'
import { type KeptColumn, type OpenedResult, partColumns, type ScenarioColumn } from '../folder/columns.ts'
import { ofEqualLength, type PointColumn } from './curves.ts'

/** Of the points whose blocks are there; all have as many replicates as the shortest. */
export function pointColumns(result: OpenedResult, column: KeptColumn, isDifference: boolean): readonly PointColumn[] {
  const { plan } = result
  const found = plan.parts.flatMap(({ baseline }, part): readonly PointColumn[] => {
    const stored = partColumns(result, part, column)
    const of = (scenario: number): ScenarioColumn => stored.find((one) => one.scenario === scenario)!
    return (plan.points ?? [])
      .filter((point) => point.part === part)
      .map(({ scenario, levers }) => {
        const { values, status } = isDifference ? differenceFrom(of(scenario), of(baseline)) : of(scenario)
        return { levers, values, status }
      })
  })
  return ofEqualLength(found)
}
