/**
 * Points of a sweep that differ in values of parameters alone: the first of them is read and checked whole, the others take over
 * all that it says but the parameters, and only these are checked, by `uncertaintyFindings`: whatever is checked of the values of
 * parameters belongs there. That is what keeps a sweep of thousands of points quick.
 */
import type { CheckContext } from '../checks/context.ts'
import { contentParameters } from '../checks/floors.ts'
import { uncertaintyFindings } from '../checks/uncertainties.ts'
import type { ResolvedScenario } from '../file/resolved.ts'
import type { Uncertainties } from '../parameters/laws.ts'
import type { PointValues, SweepFile } from './sweepFile.ts'
import type { LeverValue } from '../file/values.ts'

/** Values of a point: those at which its levers hold parameters, by parameter; and those of its other levers. */
export interface SplitValues {
  readonly held: Readonly<Record<string, LeverValue>>
  readonly others: PointValues
}

/** What a point holds, and what it changes otherwise. */
export function splitValues(levers: SweepFile['levers'], values: PointValues): SplitValues {
  const entries = Object.entries(values)
  return {
    held: Object.fromEntries(
      entries.flatMap(([lever, value]) => {
        const parameter = levers?.[lever]?.parameter
        return parameter === undefined ? [] : [[parameter, value]]
      }),
    ),
    others: Object.fromEntries(entries.filter(([lever]) => levers?.[lever]?.parameter === undefined)),
  }
}

/**
 * The scenario under another name, with other values of the same parameters.
 *
 * @returns undefined where a value is unusual, wrong or decides what else is right: the scenario must then be read whole
 */
export function withHeld(
  first: ResolvedScenario,
  name: string,
  held: SplitValues['held'],
  context: CheckContext,
): ResolvedScenario | undefined {
  const isPlain = Object.entries(held).every(
    ([parameter, value]) => typeof value === 'number' && !contentParameters.some((one) => one === parameter),
  )
  if (!isPlain || Object.keys(held).length === 0) return undefined
  const uncertainties: Uncertainties = { ...first.content.uncertainties, ...held }
  const { problems, warnings } = uncertaintyFindings(uncertainties, context)
  if (problems.length > 0 || warnings.length > 0) return undefined
  return { ...first, name, content: { ...first.content, uncertainties } }
}
