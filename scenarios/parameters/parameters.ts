/**
 * The uncertain parameters: one table of law, unit, range and source. It makes the schema, the documentation and the
 * draws. Section 14 of docs/model.md.
 *
 * Where three numbers are given they are the least, the most likely and the greatest value of a triangular law.
 */
import { type ParameterName, parameterNames } from '../../engine/model/draws/parameters.ts'
import type { Law } from './laws.ts'

export interface Parameter {
  readonly title: string
  readonly unit: string
  readonly law: Law
  /** Values outside it make no sense. */
  readonly range: readonly [number, number]
  /** Values outside it are unusual enough to say so. */
  readonly warning: readonly [number, number]
  readonly source: string
  /** Whether the law rests on published estimates, or on the authors' judgement of them. */
  readonly basis: 'estimate' | 'judgement'
}

type Bounds = readonly [number, number]

function parameter(
  title: string,
  unit: string,
  law: Law,
  bounds: { readonly range: Bounds; readonly warning: Bounds },
  basis: Parameter['basis'],
  source: string,
): Parameter {
  return { title, unit, law, ...bounds, basis, source }
}

function triangular(low: number, mode: number, high: number): Law {
  return { law: 'triangular', low, mode, high }
}

const elasticities = 'Grieco, Murry and Yurukoglu (2023); Berry, Levinsohn and Pakes (1995)'
const laffer = 'Head, Mayer and Melitz (2024), Journal of International Economics 150'
const investments = 'announced investments in North American plants, 2018-2025'
const displacedWorkers =
  'Davis and von Wachter (2011): 1.4 to 2.8 years of earnings over 20 years, discounted at 5%, which first-year losses of ' +
  '15-40% that fade by 5-15% a year enclose; Jacobson, LaLonde and Sullivan (1993): about 25% after six years'
const farmLosses =
  'Morgan and others (2022), USDA ERS: 13.2 bn USD a year lost of 30.4 bn in 2018-19, an elasticity near 2.5 at mean ' +
  'duties of about 25%; losses in Mexico and Canada were smaller, 0.6 bn, hence a lower middle'
const share: Bounds = [0, 1]
const factor: Bounds = [0.2, 3]
const labourSource =
  'Oliver Wyman, Harbour Report (2025), labour cost per vehicle by country; spread of 25% at two deviations'
const labourLaw: Law = { law: 'truncatedNormal', mean: 1, deviation: 0.125, width: 0.375 }

function labour(place: string): Parameter {
  const bounds = { range: factor, warning: [0.5, 1.5] as const }
  const title = `Labour cost per vehicle, ${place}`
  return parameter(title, 'multiple of the data', labourLaw, bounds, 'estimate', labourSource)
}

const plain = 'number without unit'
const fraction = 'fraction'

export const parameters: Readonly<Record<ParameterName, Parameter>> = {
  ownElasticity: parameter(
    'Own-price elasticity of a product, without its sign',
    plain,
    triangular(4.2, 5.2, 6.1),
    { range: [1.5, 15], warning: [3, 8] },
    'estimate',
    elasticities,
  ),
  marketElasticity: parameter(
    'Price elasticity of the whole market, without its sign',
    plain,
    triangular(0.75, 1.25, 1.45),
    { range: [0.1, 4], warning: [0.5, 2] },
    'estimate',
    elasticities,
  ),
  nestingSigma: parameter(
    'Closeness of products within a nest',
    plain,
    triangular(0.4, 0.65, 0.85),
    { range: [0, 0.95], warning: [0.2, 0.9] },
    'judgement',
    'range of nested logit studies of the car market',
  ),
  cesElasticity: parameter(
    'Elasticity of substitution under CES demand',
    plain,
    triangular(3, 4, 6),
    { range: [1.1, 15], warning: [2.5, 8] },
    'judgement',
    `${laffer}: 4; range judged`,
  ),
  partsTheta: parameter(
    'Dispersion of parts costs between origins',
    plain,
    triangular(3, 4, 6),
    { range: [1, 20], warning: [2, 10] },
    'estimate',
    `${laffer}: 4`,
  ),
  sourcingAdjustment: parameter(
    'Part of parts contracts that follow a new policy each year',
    fraction,
    triangular(0.1, 0.2, 0.4),
    { range: share, warning: [0.05, 1] },
    'judgement',
    'contracts run for a vehicle generation of 5 to 7 years',
  ),
  assemblyCostShare: parameter(
    'Share of assembly in the cost of a vehicle',
    fraction,
    triangular(0.1, 0.15, 0.2),
    { range: [0.01, 0.6], warning: [0.05, 0.3] },
    'estimate',
    laffer,
  ),
  rvcSlack: parameter(
    'Regional content that customs counts beyond what is there',
    'fraction of vehicle value',
    triangular(0.05, 0.18, 0.28),
    { range: [0, 0.6], warning: [0, 0.35] },
    'judgement',
    'set to match shares of imports that pay duty, 2019 and 2023 (USTR 2024)',
  ),
  lvcSlack: parameter(
    'Labour value content from averaging over plants, beyond credits',
    'fraction of vehicle value',
    triangular(0, 0.08, 0.2),
    { range: [0, 0.6], warning: [0, 0.3] },
    'judgement',
    'set to match shares of imports that pay duty, 2019 and 2023 (USTR 2024)',
  ),
  paperworkCost: parameter(
    'Cost of proving origin',
    'fraction of vehicle value',
    triangular(0.002, 0.01, 0.024),
    { range: share, warning: [0, 0.1] },
    'estimate',
    'FEDS Note of 18 July 2025: 1.4-2.5%; kept below the 2.5% duty, since 99.5% of value claimed preference in 2019',
  ),
  locationTheta: parameter(
    'Dispersion of plant efficiency between places',
    plain,
    triangular(4, 7.5, 9),
    { range: [1, 30], warning: [2, 15] },
    'estimate',
    'Tintelnot (2017): 7; Head and Mayer (2019): about 7.7',
  ),
  labourCostScaleUS: labour('US'),
  labourCostScaleCA: labour('Canada'),
  labourCostScaleMX: labour('Mexico'),
  labourCostScaleOverseas: labour('overseas'),
  priceAdjustment: parameter(
    'Part of the way to new prices that makers go in a year',
    fraction,
    triangular(0.2, 0.35, 0.6),
    { range: [0.01, 1], warning: [0.1, 1] },
    'judgement',
    'prices in 2025',
  ),
  dutySpread: parameter(
    'Part of a change in duty that is priced over the whole range',
    fraction,
    triangular(0.3, 0.6, 0.9),
    { range: share, warning: share },
    'judgement',
    'prices in 2025',
  ),
  splitTheta: parameter(
    "Response of volume between a product's plants to cost",
    plain,
    triangular(4, 8, 15),
    { range: [0, 60], warning: [1, 30] },
    'judgement',
    'pickup volume moved between plants in 2025',
  ),
  splitAdjustment: parameter(
    'Part of the way to the new split that volume goes in a year',
    fraction,
    triangular(0.3, 0.5, 0.8),
    { range: [0.01, 1], warning: [0.1, 1] },
    'judgement',
    'pickup volume moved in 2025',
  ),
  sunkCostExistingPlant: parameter(
    'Sunk cost of moving a line into a plant with room',
    'billion USD for 200,000 vehicles a year',
    triangular(0.2, 0.9, 1.5),
    { range: [0, 20], warning: [0.05, 4] },
    'estimate',
    investments,
  ),
  sunkCostNewPlant: parameter(
    'Sunk cost of moving a line into a new plant',
    'billion USD for 200,000 vehicles a year',
    triangular(1.5, 2.5, 7.6),
    { range: [0, 40], warning: [0.5, 10] },
    'estimate',
    investments,
  ),
  sunkCostVolumePower: parameter(
    'Power of volume in sunk costs',
    plain,
    triangular(0.6, 0.7, 0.8),
    { range: [0, 1.5], warning: [0.4, 1] },
    'judgement',
    'six-tenths rule of plant costs',
  ),
  lagExistingPlant: parameter(
    'Time to move a line into a plant with room',
    'years',
    triangular(1, 1.75, 2.5),
    { range: [0, 10], warning: [0.5, 4] },
    'estimate',
    investments,
  ),
  lagNewPlant: parameter(
    'Time to move a line into a new plant',
    'years',
    triangular(2.5, 3.5, 5),
    { range: [0, 15], warning: [1.5, 7] },
    'estimate',
    investments,
  ),
  discountRate: parameter(
    'Real discount rate of makers',
    'fraction a year',
    triangular(0.06, 0.09, 0.13),
    { range: [0, 0.5], warning: [0.02, 0.2] },
    'judgement',
    'weighted cost of capital of makers',
  ),
  overtimeCost: parameter(
    'Rise of cost as load passes capacity',
    'fraction of cost for each unit of utilisation above 1',
    triangular(0.05, 0.1, 0.2),
    { range: [0, 2], warning: [0, 0.5] },
    'judgement',
    'overtime premiums of labour contracts',
  ),
  rowElasticity: parameter(
    'Elasticity of exports out of the region, without its sign',
    plain,
    triangular(3, 4, 6),
    { range: [0, 20], warning: [1, 10] },
    'judgement',
    'range of trade elasticities of vehicles',
  ),
  costShockDeviation: parameter(
    "Yearly deviation of a country's cost",
    'standard deviation of ln cost',
    triangular(0, 0.01, 0.02),
    { range: [0, 0.3], warning: [0, 0.06] },
    'judgement',
    'exchange rates, in part',
  ),
  costShockPersistence: parameter(
    "Persistence of a country's cost shock from year to year",
    fraction,
    triangular(0.5, 0.7, 0.9),
    { range: [0, 0.99], warning: [0.2, 0.95] },
    'judgement',
    'exchange rates, yearly',
  ),
  earlyRedesignShock: parameter(
    'Rise of cost over the best place that brings a decision forward',
    fraction,
    triangular(0.05, 0.1, 0.2),
    { range: [0, 5], warning: [0.02, 0.5] },
    'judgement',
    'moves announced in 2025',
  ),
  earlyRedesignPremium: parameter(
    'Sunk cost of a move outside the redesign',
    'multiple of the sunk cost',
    triangular(1.1, 1.25, 1.5),
    { range: [1, 10], warning: [1, 3] },
    'judgement',
    'tooling written off early',
  ),
  chineseCostAdvantage: parameter(
    'Cost of an entrant below that of comparable vehicles in the market, before duty',
    fraction,
    triangular(0.1, 0.2, 0.35),
    { range: [-0.5, 0.7], warning: [0, 0.4] },
    'estimate',
    'UBS teardown (2023): BYD 25% below incumbents, 15% below Tesla in China; VW ID.3 30-35% (chinese_entrants.csv)',
  ),
  localProductionPenalty: parameter(
    'Cost of building in the region over building in China',
    fraction,
    triangular(0.08, 0.12, 0.2),
    { range: [-0.5, 1], warning: [0, 0.4] },
    'judgement',
    'imputed between China and 25% in the EU (chinese_entrants.csv); elsewhere labour cost comes on top',
  ),
  entrantLocalSourcing: parameter(
    "Part of an entrant's parts that are bought as other makers there buy",
    fraction,
    triangular(0.3, 0.5, 0.8),
    { range: share, warning: [0.1, 1] },
    'judgement',
    'kits at first (JAC in Ciudad Sahagun), local suppliers later; the rest is bought as at home',
  ),
  brandGapUS: parameter(
    'Discount that US buyers first ask of an unknown Chinese brand',
    'fraction of the price',
    triangular(0.1, 0.2, 0.35),
    { range: [0, 2], warning: [0, 0.5] },
    'judgement',
    'early discounts of Japanese and Korean brands; no Chinese brand has sold there',
  ),
  brandGapCA: parameter(
    'Discount that Canadian buyers first ask of an unknown Chinese brand',
    'fraction of the price',
    triangular(0.05, 0.15, 0.3),
    { range: [0, 2], warning: [0, 0.5] },
    'judgement',
    'as in the US, or a little less',
  ),
  brandGapClosing: parameter(
    'Part of the brand discount that goes with each year of presence',
    fraction,
    triangular(0.05, 0.12, 0.25),
    { range: share, warning: [0, 0.5] },
    'judgement',
    'Korean brands took 10 to 20 years in the US',
  ),
  marketEntryCost: parameter(
    'Sunk cost of selling a line in a new market: dealers, homologation, launch',
    'billion USD for 200,000 vehicles a year',
    triangular(0.2, 0.5, 1.2),
    { range: [0, 100], warning: [0, 5] },
    'judgement',
    'size of dealer networks and launch budgets',
  ),
  idlePlantCost: parameter(
    'Sunk cost of moving a line into a plant bought from another maker',
    'billion USD for 200,000 vehicles a year',
    triangular(0.6, 1.2, 2.4),
    { range: [0, 20], warning: [0.2, 5] },
    'judgement',
    'between a plant with room and a new one; no price of COMPAS was found',
  ),
  displacementLoss: parameter(
    'Earnings that a displaced worker loses in the first year',
    'fraction of pay',
    triangular(0.15, 0.25, 0.4),
    { range: [0, 1], warning: [0, 0.6] },
    'estimate',
    displacedWorkers,
  ),
  displacementRecovery: parameter(
    'Part of the lost earnings that comes back each year',
    fraction,
    triangular(0.05, 0.1, 0.15),
    { range: share, warning: [0, 0.5] },
    'judgement',
    displacedWorkers,
  ),
  farmExportElasticity: parameter(
    'Elasticity of US farm exports to a retaliatory duty, without its sign',
    plain,
    triangular(0.8, 1.5, 2.6),
    { range: [0, 10], warning: [0.3, 5] },
    'judgement',
    farmLosses,
  ),
  farmIncomeShare: parameter(
    'Farm income lost',
    'fraction of the exports lost',
    triangular(0.2, 0.35, 0.6),
    { range: share, warning: [0.05, 0.9] },
    'judgement',
    'net income is about a quarter of what US farms take in; more where the harvest is in and costs are spent',
  ),
  metalsCostShare: parameter(
    'Steel and aluminium in the value of parts',
    fraction,
    triangular(0.05, 0.08, 0.12),
    { range: [0, 0.5], warning: [0.02, 0.2] },
    'judgement',
    'about 900 kg of steel at 1.0 and 200 kg of aluminium at 2.7 thousand USD a tonne in parts of 20 thousand USD',
  ),
  metalsPassThrough: parameter(
    'Part of the mean duty on imported metals by which domestic metals rise',
    fraction,
    triangular(0.3, 0.6, 0.9),
    { range: [0, 1.5], warning: share },
    'judgement',
    'US steel and aluminium prices over world prices in 2018 and 2025',
  ),
  metalsLimitElasticity: parameter(
    'Rise of the price of metals for each unit of supply withheld',
    plain,
    triangular(0.3, 0.8, 1.5),
    { range: [0, 10], warning: [0.1, 3] },
    'judgement',
    'inverse of short-run elasticities of demand and supply of metals',
  ),
  corePartsShare: parameter(
    'Core parts in the value of parts',
    fraction,
    triangular(0.35, 0.5, 0.65),
    { range: [0.05, 0.95], warning: [0.25, 0.75] },
    'judgement',
    'engine, transmission, body, chassis and battery (USMCA Annex 4-B, Table A.2); no published split was used',
  ),
  corePartsOdds: parameter(
    'Odds of regional content of core parts over those of other parts',
    'ratio of odds',
    triangular(1.2, 2.5, 4),
    { range: [0.05, 20], warning: [0.8, 6] },
    'judgement',
    'NHTSA (aala_raw.csv): carlines built in the region have 77% regional engines, 63% transmissions, 58% of all parts: ' +
      '2.8 if core parts are half of parts; bodies are left out there',
  ),
  plantWageSpread: parameter(
    "Spread of wages over a country's plants",
    'scale of ln wage, log-logistic',
    triangular(0.08, 0.14, 0.22),
    { range: [0.01, 1], warning: [0.05, 0.4] },
    'judgement',
    'a standard deviation of ln wage of 15 to 40%; suppliers in one country pay from near the minimum to union scale',
  ),
}

/** Correlations of the parameters' normal scores; all others are 0. */
export const correlations: readonly (readonly [ParameterName, ParameterName, number])[] = [
  ['ownElasticity', 'cesElasticity', 0.8],
]

/** In the order in which the model keeps them. */
export const parameterTable: readonly (Parameter & { readonly name: ParameterName })[] = parameterNames.map((name) => ({
  name,
  ...parameters[name],
}))
