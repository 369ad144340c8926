/** Levels of labour cost are taken back by what explains the map; changes of wages bear on them. Sections 5 and 16 of docs/model.md. */
import { expect, it } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { outcome } from '../../reference/reading.ts'
import { type SmallRegime, baseRegime, tariffRegime } from '../../reference/smallPolicy.ts'
import { regimeWorkspace } from '../../reference/smallRun.ts'

const years = 12
const replicates = 10

/** Mean Mexican output in the last year, where labour in Mexico costs a multiple of the data. */
function outputAt(labourCostScaleMX: number, regime: SmallRegime): number {
  const workspace = regimeWorkspace(regime, years, {}, { labourCostScaleMX })
  let sum = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    runReplicate(workspace, rootKey(6), replicate)
    sum += outcome(workspace, 0, 'output.MX', years)
  }
  return sum / replicates
}

it('a level of labour cost moves hardly anything, under a tariff as without one', () => {
  for (const regime of [baseRegime, tariffRegime(0.1)]) {
    expect(Math.abs(outputAt(1.4, regime) / outputAt(0.6, regime) - 1)).toBeLessThan(0.02)
  }
})

it('the same level is what a change of wages is worth', () => {
  const dearer = { ...baseRegime, name: 'dearer', wages: [0, 0, 0.5] as const }
  expect(outputAt(1.4, dearer)).toBeLessThan(0.99 * outputAt(0.6, dearer))
})
