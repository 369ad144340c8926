/** A workspace of the small industry whose regime holds for certain from the first year on: what many laws of the model are tried in. */
import { createWorkspace, type Workspace } from '../../engine/model/history/workspace.ts'
import { smallIndustry } from './smallIndustry.ts'
import { constantLaws } from './smallLaws.ts'
import { baseRegime, fromFirstYear, type SmallRegime, smallScenario } from './smallPolicy.ts'

const industry = smallIndustry()

/**
 * @param options forms of the model
 * @param parameters held at other values than the middle of their range
 */
export function regimeWorkspace(
  regime: SmallRegime,
  years: number,
  options: Pick<Parameters<typeof smallScenario>[3], 'demand' | 'closure'> = {},
  parameters: Parameters<typeof constantLaws>[0] = {},
): Workspace {
  const truth = fromFirstYear(2, years, 1)
  return createWorkspace(industry, constantLaws(parameters), [
    smallScenario('one', industry, [baseRegime, regime], { truth, years, ...options }),
  ])
}
