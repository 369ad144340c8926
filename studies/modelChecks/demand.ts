import { rootKey } from '../../engine/math/streams.ts'
import { demandMoments } from '../../engine/model/market/demandMoments.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import type { DemandColumns } from './measure.ts'
import type { StudyInputs } from '../plan/inputs.ts'

/** Elasticities and margins of the US market, replicate by replicate: results of a run do not hold the base year's demand. */
export function demandColumns(
  { industry, laws, scenarios, baseline }: StudyInputs,
  seed: number,
  replicates: number,
): DemandColumns {
  const { compiled } = scenarios[baseline]
  const workspace = createWorkspace(industry, laws, [{ ...compiled, years: 0 }])
  const columns = {
    own: new Float64Array(replicates),
    market: new Float64Array(replicates),
    lerner: new Float64Array(replicates),
  }
  for (let d = 0; d < replicates; d++) {
    runReplicate(workspace, rootKey(seed), d)
    const { markets, productSales, productCost } = workspace
    const moments = demandMoments(markets[0], industry.price, productSales, productCost, 0)
    columns.own[d] = moments.own
    columns.market[d] = moments.market
    columns.lerner[d] = moments.lerner
  }
  return columns
}
