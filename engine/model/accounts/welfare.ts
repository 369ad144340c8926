/**
 * Who gains and who loses against the base year, country by country, in parts that add up. Section 13 of docs/model.md.
 *
 *   surplus = consumers + makers + treasury,   welfare = surplus + workers + farmers
 *
 * Makers belong to the country of their headquarters; none sits in Canada or Mexico, and those of other continents are
 * `elsewhere`. All is a flow of the year, in million USD.
 */
import { openDisplacement, displaceWorkers, type Displacement } from './displacement.ts'
import { type Ledger, revenue } from './ledger.ts'
import { outcomeIndex, outcomeCount } from './outcomes.ts'
import { parameterIndex } from '../draws/parameters.ts'
import { openRetaliation, retaliate, type RetaliationState } from './retaliation.ts'
import { marketCount } from '../inputs/sets.ts'
import type { Workspace, ScenarioSpace } from '../history/workspace.ts'

const thousandsInMillion = 1000

const parameter = {
  loss: parameterIndex('displacementLoss'),
  recovery: parameterIndex('displacementRecovery'),
  elasticity: parameterIndex('farmExportElasticity'),
  income: parameterIndex('farmIncomeShare'),
}

const at = {
  partsJobs: outcomeIndex('partsJobs.US'),
  consumers: outcomeIndex('consumerSurplus.US'),
  displaced: outcomeIndex('displacedJobs.US'),
  farmExports: outcomeIndex('farmExportsLost.CA'),
  farmIncome: outcomeIndex('farmIncomeLost.US'),
  gain: [countryPositions('gainUS'), countryPositions('gainCA'), countryPositions('gainMX')],
  surplus: outcomeIndex('surplus.US'),
  welfare: outcomeIndex('welfare.US'),
}
const elsewhere = 3
const all = 4

interface GainPositions {
  readonly consumers: number
  readonly treasury: number
  readonly workers: number
}

function countryPositions(family: string): GainPositions {
  return {
    consumers: outcomeIndex(`${family}.consumers`),
    treasury: outcomeIndex(`${family}.treasury`),
    workers: outcomeIndex(`${family}.workers`),
  }
}
const usBusinesses = outcomeIndex('gainUS.businesses')
const usFarmers = outcomeIndex('gainUS.farmers')

/** Adds the welfare of year t to its row, which `closeYear` has written. Year 0 sets what later years lose from. */
export function closeWelfare(
  { industry, map, draws }: Workspace,
  { plants, year, ledger, welfare, scenario }: ScenarioSpace,
  r: number,
  t: number,
  outcomes: Float64Array,
): void {
  const { displacement, retaliation } = welfare
  const { parameters } = draws
  const row = t * outcomeCount
  if (t === 0) {
    openDisplacement(industry, map, plants, year.output, displacement)
    openRetaliation(retaliation)
  } else {
    const loss = parameters[parameter.loss]
    const recovery = parameters[parameter.recovery]
    displaceWorkers(industry, map, plants, year.output, outcomes, row + at.partsJobs, loss, recovery, displacement)
    const elasticity = parameters[parameter.elasticity]
    retaliate(scenario.retaliation, r, draws.retaliationUniform, industry.farmExports, elasticity, retaliation)
  }
  reportFarms(retaliation, parameters[parameter.income], outcomes, row)
  reportParts(ledger, displacement, outcomes, row)
  addUp(ledger, outcomes, row)
}

function reportFarms({ lost }: RetaliationState, incomeShare: number, outcomes: Float64Array, row: number): void {
  let exports = 0
  for (let m = 1; m < marketCount; m++) {
    outcomes[row + at.farmExports + m - 1] = lost[m] / thousandsInMillion
    exports += lost[m]
  }
  outcomes[row + at.farmIncome] = (incomeShare * exports) / thousandsInMillion
}

/** Gains of each country's groups; a loss of nothing is written as 0, without a sign. */
function reportParts(ledger: Ledger, { jobs, earnings }: Displacement, outcomes: Float64Array, row: number): void {
  for (let c = 0; c < marketCount; c++) {
    const { consumers, treasury, workers } = at.gain[c]
    outcomes[row + consumers] = outcomes[row + at.consumers + c]
    outcomes[row + treasury] = (revenue(ledger, c) - ledger.baseRevenue[c]) / thousandsInMillion
    outcomes[row + workers] = 0 - earnings[c] / thousandsInMillion
    outcomes[row + at.displaced + c] = jobs[c]
  }
  outcomes[row + usBusinesses] = (ledger.profit[0] - ledger.baseProfit[0]) / thousandsInMillion
  outcomes[row + usFarmers] = 0 - outcomes[row + at.farmIncome]
}

/** Sums in the order of the parts, so that a reader who adds them gets the same bits. */
function addUp(ledger: Ledger, outcomes: Float64Array, row: number): void {
  const abroad = ledger.profit[1] + ledger.profit[2] - (ledger.baseProfit[1] + ledger.baseProfit[2])
  let surplusOfAll = 0
  let welfareOfAll = 0
  for (let c = 0; c < marketCount; c++) {
    const { consumers, treasury, workers } = at.gain[c]
    const makers = c === 0 ? outcomes[row + usBusinesses] : 0
    const farmers = c === 0 ? outcomes[row + usFarmers] : 0
    const surplus = outcomes[row + consumers] + makers + outcomes[row + treasury]
    outcomes[row + at.surplus + c] = surplus
    outcomes[row + at.welfare + c] = surplus + outcomes[row + workers] + farmers
    surplusOfAll += surplus
    welfareOfAll += outcomes[row + at.welfare + c]
  }
  outcomes[row + at.surplus + elsewhere] = abroad / thousandsInMillion
  outcomes[row + at.welfare + elsewhere] = abroad / thousandsInMillion
  outcomes[row + at.surplus + all] = surplusOfAll + outcomes[row + at.surplus + elsewhere]
  outcomes[row + at.welfare + all] = welfareOfAll + outcomes[row + at.welfare + elsewhere]
}
