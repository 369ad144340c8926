/**
 * Who gains and who loses against the base year, country by country, in parts that add up. Section 13 of docs/model.md.
 *
 *   surplus = consumers + makers + treasury,   welfare = surplus + workers + farmers
 *
 * Makers belong to the country of their headquarters; none sits in Canada or Mexico, and those of other continents are
 * `elsewhere`. All is a flow of the year, in million USD.
 */
import type { AccountedEconomy } from './accountedEconomy.ts'
import { resetDisplacement, displaceWorkers, type Displacement } from './displacement.ts'
import { type Ledger, revenue } from './ledger.ts'
import { outcomeIndex, outcomeCount } from './outcomes.ts'
import { parameterIndex } from '../draws/parameters.ts'
import { resetRetaliation, retaliate, type RetaliationState } from './retaliation.ts'
import { destination, headquarters, marketCount } from '../inputs/sets.ts'
import type { Draws } from '../draws/draws.ts'

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
/** Accounts of `surplus` and `welfare` after those of the three countries. */
const elsewhere = marketCount
const all = marketCount + 1

/** What welfare reads of a replicate's draws: the parameters, and the numbers that decide which country retaliates. */
export type WelfareDraws = Pick<Draws, 'parameters' | 'retaliationUniform'>

/** Positions of a country's gains in a year's row of outcomes. */
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

/**
 * Writes the welfare outcomes of year t (million USD; jobs) into its row of `outcomes`, which `closeYear` has begun. Year 0
 * sets the levels of employment and revenue that later years are compared with.
 *
 * @param draws the replicate's parameters and the numbers that decide who retaliates
 * @param r regime in force
 * @param outcomes [year x outcome]
 */
export function closeWelfare(
  economy: AccountedEconomy,
  draws: WelfareDraws,
  r: number,
  t: number,
  outcomes: Float64Array,
): void {
  const { ledger, welfare } = economy
  const { displacement, retaliation } = welfare
  const row = outcomes.subarray(t * outcomeCount, (t + 1) * outcomeCount)
  carryWelfare(economy, draws, r, t, row)
  reportFarms(retaliation, draws.parameters[parameter.income], row)
  reportGains(ledger, displacement, row)
  addUp(ledger, row)
}

/**
 * Carries on what welfare takes from year to year: displaced workers, and countries that retaliate.
 *
 * @param row of the year's outcomes, which holds its parts jobs
 */
export function carryWelfare(
  economy: AccountedEconomy,
  draws: WelfareDraws,
  r: number,
  t: number,
  row: Float64Array,
): void {
  const { map, plants, year, welfare, scenario, setting } = economy
  const { industry } = setting
  const { displacement, retaliation } = welfare
  const { parameters, retaliationUniform } = draws
  const partsJobs = row.subarray(at.partsJobs, at.partsJobs + marketCount)
  const employment = { industry, map, plants, output: year.output, partsJobs }
  if (t === 0) {
    resetDisplacement(employment, displacement)
    resetRetaliation(retaliation)
  } else {
    const loss = { share: parameters[parameter.loss], recovery: parameters[parameter.recovery] }
    displaceWorkers(employment, loss, displacement)
    const elasticity = parameters[parameter.elasticity]
    retaliate(scenario.retaliation, r, retaliationUniform, industry.farmExports, elasticity, retaliation)
  }
}

function reportFarms({ lost }: RetaliationState, incomeShare: number, row: Float64Array): void {
  let exports = 0
  for (let m: number = destination.CA; m < marketCount; m++) {
    row[at.farmExports + m - destination.CA] = lost[m] / thousandsInMillion
    exports += lost[m]
  }
  row[at.farmIncome] = (incomeShare * exports) / thousandsInMillion
}

/** Gains of each country's groups against the base year. Losses are subtracted from 0, so that no loss is 0 and not -0. */
function reportGains(ledger: Ledger, { jobs, earnings }: Displacement, row: Float64Array): void {
  for (let c = 0; c < marketCount; c++) {
    const { consumers, treasury, workers } = at.gain[c]
    row[consumers] = row[at.consumers + c]
    row[treasury] = (revenue(ledger, c) - ledger.baseRevenue[c]) / thousandsInMillion
    row[workers] = 0 - earnings[c] / thousandsInMillion
    row[at.displaced + c] = jobs[c]
  }
  const { us } = headquarters
  row[usBusinesses] = (ledger.profit[us] - ledger.baseProfit[us]) / thousandsInMillion
  row[usFarmers] = 0 - row[at.farmIncome]
}

/** Profit of makers whose headquarters are outside the region, thousand USD. */
function profitAbroad(profit: Float64Array): number {
  return profit[headquarters.asiaOrEurope] + profit[headquarters.china]
}

/** Surplus and welfare, summed in the order in which the parts are reported: adding those up gives the same bits. */
function addUp(ledger: Ledger, row: Float64Array): void {
  const abroad = profitAbroad(ledger.profit) - profitAbroad(ledger.baseProfit)
  let surplusOfAll = 0
  let welfareOfAll = 0
  for (let c = 0; c < marketCount; c++) {
    const { consumers, treasury, workers } = at.gain[c]
    const makers = c === destination.US ? row[usBusinesses] : 0
    const farmers = c === destination.US ? row[usFarmers] : 0
    const surplus = row[consumers] + makers + row[treasury]
    row[at.surplus + c] = surplus
    row[at.welfare + c] = surplus + row[workers] + farmers
    surplusOfAll += surplus
    welfareOfAll += row[at.welfare + c]
  }
  row[at.surplus + elsewhere] = abroad / thousandsInMillion
  row[at.welfare + elsewhere] = abroad / thousandsInMillion
  row[at.surplus + all] = surplusOfAll + row[at.surplus + elsewhere]
  row[at.welfare + all] = welfareOfAll + row[at.welfare + elsewhere]
}
