/** Subsidies to buyers for hand-made scenarios: an amount for each regime, market, line and place. */
import { noContent } from './ladders.ts'
import { type CompiledScenario, floorKindCount, type SubsidyTable } from '../../engine/model/inputs/policy.ts'
import { marketCount, placeCount } from '../../engine/model/inputs/sets.ts'

export interface SmallSubsidy {
  /** Thousand USD per vehicle under a regime. */
  readonly amount: (regime: number) => number
  readonly admits: (market: number, line: number, place: number) => boolean
  /** [us, labour, regional, nonChinese] */
  readonly floors?: readonly [number, number, number, number]
}

export function withSubsidies(
  scenario: CompiledScenario,
  lines: number,
  ...subsidies: readonly SmallSubsidy[]
): CompiledScenario {
  const regimes = scenario.policy.regimes.length
  const off = [0]
  const ids: number[] = []
  for (let r = 0; r < regimes; r++) {
    for (let m = 0; m < marketCount; m++) {
      for (let j = 0; j < lines; j++) {
        for (let o = 0; o < placeCount; o++) {
          subsidies.forEach(({ admits }, n) => {
            if (admits(m, j, o)) ids.push(r * subsidies.length + n)
          })
          off.push(ids.length)
        }
      }
    }
  }
  const rows = Array.from({ length: regimes }, (_, r) =>
    subsidies.map((one) => ({ ...one, now: one.amount(r) })),
  ).flat()
  const none = Array.from({ length: floorKindCount }, () => 0)
  const table: SubsidyTable = {
    amount: Float64Array.from(rows, ({ now }) => now),
    content: {
      ...noContent(rows.map((_, n) => `subsidy ${n}`)),
      floors: Float64Array.from(rows.flatMap(({ floors }) => floors ?? none)),
    },
    off: Int32Array.from(off),
    ids: Int32Array.from(ids),
  }
  return { ...scenario, policy: { ...scenario.policy, subsidies: table } }
}
