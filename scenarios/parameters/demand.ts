/** Uncertain parameters: what buyers ask, and how makers price. Section 14 of docs/model.md. */
import { fraction, laffer, parameter, plain, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

const elasticities = 'Grieco, Murry and Yurukoglu (2023); Berry, Levinsohn and Pakes (1995)'

export const demandParameters: GroupTable<'demand' | 'pricing'> = {
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
  incomePower: parameter(
    'Power of income with which the weight of a dollar falls (kappa)',
    plain,
    triangular(0.5, 0.8, 1.1),
    { range: [0, 1.5], warning: [0.2, 1.2] },
    'judgement',
    'Berry, Levinsohn and Pakes (1995): 1; own elasticities that do not rise with price: about .8; range judged',
  ),
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
  rowElasticity: parameter(
    'Elasticity of exports out of the region, without its sign',
    plain,
    triangular(3, 4, 6),
    { range: [0, 20], warning: [1, 10] },
    'judgement',
    'range of trade elasticities of vehicles',
  ),
}
