/**
 * What came in under each customs programme in the last year, means over the replicates that are good in every scenario.
 * A programme with the additional duties that it meets is a row of its own; one under which nothing is sold in any
 * replicate is left out.
 */
import type { ProgrammeTable } from '../../engine/model/inputs/policy.ts'
import { programmeTallyCount, programmeTallyNames } from '../../engine/model/accounts/programmeTally.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'

export interface ProgrammeRow {
  readonly scenario: string
  /** As in `US/usmca + section-232-content`; `domestic` where vehicles are sold at home. */
  readonly programme: string
  /** Duty on the full value, and on the value that is not of US content: fractions. */
  readonly dutyRate: number
  readonly dutyRateOnNonUsContent: number
  readonly n: number
  /** Vehicles, and million USD. */
  readonly vehicles: number
  readonly value: number
  readonly nonUsValue: number
  readonly duty: number
}

/** Name and programmes of one scenario. */
export interface ScenarioProgrammes {
  readonly name: string
  readonly programmes: Pick<ProgrammeTable, 'names' | 'duty' | 'dutyOnNonUsContent'>
}

/** A row for each scenario and programme under which something is sold. */
export function programmeRows(
  scenarios: readonly ScenarioProgrammes[],
  { totals, shape }: Pick<MonteCarloResult, 'totals' | 'shape'>,
): readonly ProgrammeRow[] {
  const n = totals.goodEverywhere
  return scenarios.flatMap(({ name: scenario, programmes }, s) =>
    programmes.names.flatMap((programme, p): readonly ProgrammeRow[] => {
      const at = (s * shape.programmes + p) * programmeTallyCount
      const mean = (column: (typeof programmeTallyNames)[number]): number =>
        totals.programmes[at + programmeTallyNames.indexOf(column)] / n
      if (!(mean('value') > 0)) return []
      return [
        {
          scenario,
          programme,
          dutyRate: programmes.duty[p],
          dutyRateOnNonUsContent: programmes.dutyOnNonUsContent[p],
          n,
          vehicles: mean('vehicles'),
          value: mean('value') / 1000,
          nonUsValue: mean('nonUsValue') / 1000,
          duty: mean('duty') / 1000,
        },
      ]
    }),
  )
}
