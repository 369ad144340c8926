/** Uncertain parameters: what it costs to build a vehicle, by place and year. Section 14 of docs/model.md. */
import type { NumberLaw } from './laws.ts'
import { type Bounds, type Parameter, fraction, laffer, parameter, plain, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

const factor: Bounds = [0.2, 3]
const labourSource =
  'Oliver Wyman, Harbour Report (2025), labour cost per vehicle by country; spread of 25% at two deviations'
const labourLaw: NumberLaw = { law: 'truncatedNormal', mean: 1, deviation: 0.125, width: 0.375 }

function labour(place: string): Parameter {
  const bounds = { range: factor, warning: [0.5, 1.5] as const }
  const title = `Labour cost per vehicle, ${place}`
  return parameter(title, 'multiple of the data', labourLaw, bounds, 'estimate', labourSource)
}

export const productionParameters: GroupTable<'parts sourcing' | 'plant efficiency' | 'labour costs' | 'cost shocks'> =
  {
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
    labourInParts: parameter(
      'Wages in the cost of parts',
      fraction,
      triangular(0.15, 0.22, 0.3),
      { range: [0, 0.4], warning: [0.1, 0.35] },
      'judgement',
      'pay of the makers of parts and of their domestic suppliers; no published split was used',
    ),
    localCostShare: parameter(
      'Costs of parts and overhead that are paid in local currency',
      fraction,
      triangular(0.4, 0.6, 0.8),
      { range: [0.4, 1], warning: [0.4, 0.9] },
      'judgement',
      'wages, energy and services; materials and machines have world prices',
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
    overtimeCost: parameter(
      'Rise of cost as load passes capacity',
      'fraction of cost for each unit of utilisation above 1',
      triangular(0.05, 0.1, 0.2),
      { range: [0, 2], warning: [0, 0.5] },
      'judgement',
      'overtime premiums of labour contracts',
    ),
    plantCeiling: parameter(
      'Most that a plant can build',
      'multiple of its capacity',
      triangular(1.15, 1.2, 1.3),
      { range: [1, 100], warning: [1.05, 1.5] },
      'judgement',
      'overtime and Saturdays beside straight time; of 179 plant years with a capacity in plants.csv one is above 1.15 (Audi San Jose Chiapa, 1.17)',
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
  }
