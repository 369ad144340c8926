/** Uncertain parameters: moving a line. Section 14 of docs/model.md. */
import { fraction, parameter, plain, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

const investments = 'announced investments in North American plants, 2018-2025'

export const relocationParameters: GroupTable<'moving costs'> = {
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
}
