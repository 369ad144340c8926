/**
 * Numbers of the imputation rules for which no document gives a figure. Each is a judgement, with what it leans on.
 * `rules.ts` says where they are used; scenarios/data/README.md says it in words.
 */
import type { Country } from '../../engine/model/inputs/sets.ts'

/** Where makers build at home when their owner sits elsewhere: Geely owns Volvo Cars, Tata owns JLR. */
export const homeOfMaker: Readonly<Record<string, Country>> = { 'Volvo Cars (Geely)': 'EU', 'JLR (Tata)': 'UK' }

/**
 * US part of joint US and Canadian parts content: 553 against 72 thousand people make parts; Canadian plants buy
 * nearer.
 */
export const usPartOfJointContent = 0.92
export const usPartOfJointContentInCanada = 0.75
/** Chinese-owned suppliers' part of Mexican parts: about 20 firms of several hundred. */
export const chineseOwnedPartOfMexican = 0.04
/** The label lists a country only from 15%, so that one not listed has less. */
export const mostUnlisted = 0.14
/** Mexican part of what the label leaves unlisted in US and Canadian cars. */
export const mexicanPartOfUnlisted = 0.5
/**
 * China's part of parts from outside the region: 9 of 52 points of US parts imports (2023); 13.2 of 24 bn in Mexico
 * (2024).
 */
export const chinaPartOfOverseas: Readonly<Record<Country, number>> = {
  US: 9 / 52,
  CA: 9 / 52,
  MX: 13.2 / 24,
  JP: 0.03,
  KR: 0.05,
  EU: 0.03,
  UK: 0.03,
  CN: 0.9,
  OTHER: 0.05,
}
/** Chinese brands' cars: parts at `[US, CA, MX, MX-CN, ALLY, CN]` when built in China, and from kits in Mexico. */
export const chineseCarParts: readonly number[] = [0.005, 0, 0.005, 0, 0.04, 0.95]
export const chineseKitParts: readonly number[] = [0.01, 0, 0.12, 0.02, 0.05, 0.8]
/** Least share of any origin, so that no log of zero is taken and nothing is impossible. */
export const leastShare = 1e-4

/**
 * US content that customs counts in Mexican cars, share of vehicle value: 15% paid under 25% on the rest (May 2025).
 */
export const usContentOfMexicanCars = 0.4
/** Cost share of assembly at which that content is translated to parts (docs/model.md section 14, central value). */
export const assemblyShare = 0.15
/** How much of a line's own deviation from its group goes with it to another place. */
export const deviationKept = 0.5

/** Half the 5% to which many makers round the label: shares below it say nothing about a line's own ways. */
export const labelRounding = 0.025

/** Prior of places: least chance of any allowed place, and of the observed one. */
export const leastPrior = 0.02
export const leastPriorAtHome = 0.05

/** Standard deviation of the measurement error in ln sales, ln capacity and log odds of content. */
export const salesErrors = { sourced: 0, derived: 0.03, approximate: 0.1 } as const
export const imputedSalesError = 0.15
export const capacityErrors = { sourced: 0, derived: 0.03, approximate: 0.1 } as const
export const contentErrors = { sourced: 0.05, imputed: 0.25 } as const

/**
 * Makers of what is made in China for Mexico beside Chinese brands and General Motors: Ford Territory, Dodge Attitude.
 */
export const otherChinaBuiltMakers = ['Ford', 'Stellantis'] as const
/** Median Lerner index of Grieco, Murry and Yurukoglu (2023), to get from mean price to mean cost. */
export const lernerIndex = 0.185
/** The maker that books its exports to Canada as exports to the US (INEGI shows none to Canada). */
export const fordBooksWithUs = 'Ford'
/** Freight of what leaves the region from an overseas home: half of it stays near, thousand USD. */
export const freightOverseasToRow = 1

/** [US, CA, MX] paid hours of a full year: 40 a week, and 45 in Mexico, where the law allows 48. */
export const hoursAYear: readonly number[] = [2080, 2080, 2340]
/** Mean pay of Canadian assemblers over the top rate of 2026: rises still to come in 2024, and workers on their way up. */
export const canadianTopRateToMean = 0.9
/** Mean of 2024, Bank of Canada: 1.37 Canadian dollars for one of the US. */
export const usdPerCanadianDollar: number = 1 / 1.37
