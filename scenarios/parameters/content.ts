/** Uncertain parameters: content rules and metals. Section 14 of docs/model.md. */
import { fraction, parameter, plain, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

export const contentParameters: GroupTable<'content rules' | 'metals'> = {
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
