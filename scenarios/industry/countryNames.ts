/** Names of countries as the data files write them, and the codes of the model. */
import { type Country, countries } from '../../engine/model/inputs/sets.ts'

/** Countries of assembly plants. */
export const regionNames = ['USA', 'Canada', 'Mexico'] as const
export type RegionName = (typeof regionNames)[number]

/** Rule `lines`: where lines built abroad come from, in the model's coarser countries. */
export const overseasNames: Readonly<Record<string, Country>> = {
  Japan: 'JP',
  'South Korea': 'KR',
  Germany: 'EU',
  Italy: 'EU',
  Slovakia: 'EU',
  Hungary: 'EU',
  Sweden: 'EU',
  Belgium: 'EU',
  Austria: 'EU',
  Spain: 'EU',
  France: 'EU',
  Netherlands: 'EU',
  'United Kingdom': 'UK',
  China: 'CN',
  Thailand: 'OTHER',
  'South Africa': 'OTHER',
  India: 'OTHER',
}

/** Country of a headquarters, a plant or an assembly site, by the name in the files. */
export const countryOfName: Readonly<Record<string, Country>> = {
  USA: 'US',
  Canada: 'CA',
  Mexico: 'MX',
  ...overseasNames,
}

/** Index into `countries`; the first three are also the first three places. */
export function countryIndex(country: Country): number {
  return countries.indexOf(country)
}
