/** Parts under contract when policy changes. */
import { test, expect } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { origin, place } from '../../../engine/model/inputs/sets.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { outcome } from '../../reference/reading.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { constantLaws } from '../../reference/smallLaws.ts'
import { type SmallRegime, baseRegime, smallScenario, fromFirstYear } from '../../reference/smallPolicy.ts'

test('a duty on Chinese parts in Mexico changes no content, and so no claim, of what is bought as before', () => {
  const industry = smallIndustry()
  const years = 2
  // A floor that Mexican vehicles meet with nothing to spare.
  const strict: SmallRegime = {
    name: 'strict',
    programmes: baseRegime.programmes.map((rule) =>
      rule.floors === undefined ? rule : { ...rule, floors: [0, 0, 0.85, 0] },
    ),
  }
  const dear = {
    ...strict,
    name: 'dear',
    partsDuty: (o: number, k: number) => (o === place.MX && k === origin.CN ? 0.3 : 0),
  }
  const scenario = smallScenario('dear', industry, [strict, dear], { truth: fromFirstYear(2, years, 1), years })
  const laws = constantLaws({ rvcSlack: 0, paperworkCost: 0.002, sourcingAdjustment: 0.2 })
  const workspace = createWorkspace(industry, laws, [scenario])
  for (let replicate = 0; replicate < 10; replicate++) {
    runReplicate(workspace, rootKey(1), replicate)
    const dutiable = (t: number): number => outcome(workspace, 0, 'dutiableShare.MX', t)
    expect(dutiable(0)).toBeLessThan(0.01)
    expect(dutiable(1)).toBeLessThan(0.01)
  }
})
