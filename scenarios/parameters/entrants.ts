/** Uncertain parameters: Chinese makers that may come. Section 14 of docs/model.md. */
import { fraction, parameter, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

export const entrantsParameters: GroupTable<'Chinese makers'> = {
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
}
