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
    'Cost of proving origin of vehicles, the median over lines',
    'fraction of vehicle value',
    triangular(0.005, 0.009, 0.013),
    { range: share, warning: [0, 0.1] },
    'estimate',
    'claims at 2.5%, were papers the only reason: 99.5% in 2019 (USTR 2024) and 90.2% of cars in 2024 (usmca_claims.csv) put the ' +
      'median at .7 and 1.3% if the dispersion is .5; 1.4-2.5% in the FEDS Note of 18 July 2025',
  ),
  paperworkSpread: parameter(
    'Dispersion over lines and over parts of the cost of proving origin, of its logarithm',
    plain,
    triangular(0.3, 0.5, 0.7),
    { range: [0, 3], warning: [0, 1.5] },
    'estimate',
    'were papers the only reason, claims of cars in 2024 at 2.5% (86.1% from Mexico, 97.5% from Canada: usmca_claims.csv) ' +
      'would give .94 and .52 at a median of .9%, and content is a reason too',
  ),
  partsClaimCost: parameter(
    'Cost of proving origin of parts, the median over parts',
    'fraction of the value of parts',
    triangular(0.01, 0.016, 0.025),
    { range: share, warning: [0, 0.1] },
    'estimate',
    'claims of listed parts in 2024 at 2.5% (63.7% from Mexico, 78.3% from Canada: usmca_claims.csv), and 1.4-2.5% in the ' +
      'FEDS Note of 18 July 2025',
  ),
  partsOriginatingCA: parameter(
    'Parts from Canada that meet the rules of origin',
    'fraction of the value of parts',
    triangular(0.8, 0.88, 0.94),
    { range: share, warning: [0.5, 1] },
    'estimate',
    'claims of listed parts at 25%: 87.9% in December 2025, 88.9% at most (usmca_claims.csv); the ends are judgement',
  ),
  partsOriginatingMX: parameter(
    'Parts from Mexico that meet the rules of origin',
    'fraction of the value of parts',
    triangular(0.7, 0.79, 0.9),
    { range: share, warning: [0.5, 1] },
    'estimate',
    'claims of listed parts at 25%: 77.7% in December 2025, 79.8% at most (usmca_claims.csv); the ends are judgement',
  ),
  metalsCostShare: parameter(
    'Steel and aluminium in the value of parts',
    fraction,
    triangular(0.036, 0.049, 0.064),
    { range: [0, 0.5], warning: [0.02, 0.2] },
    'estimate',
    'metals.csv: 968 kg of steel and 227 kg of aluminium (Oak Ridge, Ducker Carlisle) for 1,270 to 2,250 USD, in parts of ' +
      '34,900 USD, the mean of US-built vehicles here',
  ),
  metalsPassThrough: parameter(
    'Part of the mean duty on imported metals by which domestic metals rise',
    fraction,
    triangular(0.45, 0.8, 1.15),
    { range: [0, 1.5], warning: [0, 1.2] },
    'estimate',
    'metals.csv: US prices over those of imports without duty, against January 2025: steel .43 to .49 in June 2025 and .94 in ' +
      'January 2026, aluminium .56 and 1.09 (Steel Market Update, Argus, Platts, Fastmarkets)',
  ),
  metalsLimitElasticity: parameter(
    'Rise of the price of metals for each unit of supply withheld',
    plain,
    triangular(0.3, 0.8, 1.5),
    { range: [0, 10], warning: [0.1, 3] },
    'judgement',
    'inverse of short-run elasticities of demand and supply of metals',
  ),
  metalsCoverage: parameter(
    'Part of the metals in parts that is at the prices of the place of assembly',
    fraction,
    triangular(0.45, 0.65, 0.9),
    { range: share, warning: [0.2, 1] },
    'judgement',
    'metals.csv: 43% of parts at US plants are from the US and hold more metal than others; overseas parts that pay as vehicle ' +
      'parts pay nothing on metal (EO 14289), Mexican and Canadian ones where they are on its lists',
  ),
  metalsNeighbourRise: parameter(
    "Part of the rise of a country's metal prices that its metal carries to its neighbours",
    fraction,
    triangular(0, 0.5, 1),
    { range: [0, 1.5], warning: share },
    'judgement',
    'metals.csv: Canadian coil cost what US coil did in October 2024 and did not follow it by March 2025 (MEPS): 0 for coil; ' +
      'US parts hold metal at US prices: 1',
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
