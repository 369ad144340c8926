/**
 * Rules `freight`, `labour` and `jobs`: costs of distance and of work by country, from `wages_costs.csv` and, where
 * that is silent, by stated analogies.
 */
import { type Country, countries, destinationCount } from '../../engine/model/inputs/sets.ts'
import { figureOf } from './figureRows.ts'
import { lernerIndex, assemblyShare, freightOverseasToRow } from './judgement.ts'
import { nationalOutput } from './output.ts'
import { type DataProblem, dataError } from './problems.ts'
import type { Tables } from './tables.ts'
import { type Targets, baseYear } from './targets.ts'

export interface Geography {
  /** [country x destination] thousand USD per vehicle. */
  readonly freight: Float64Array
  /** [country] thousand USD per vehicle. */
  readonly labourCost: Float64Array
  /** Thousand USD per vehicle. */
  readonly assemblyOverhead: number
  /** [US, CA, MX] */
  readonly assemblyJobsPerVehicle: Float64Array
  readonly partsJobs: Float64Array
}

/** @throws an error of kind `data` that lists the figures that are not there */
export function readGeography({ wages }: Tables, targets: Targets): Geography {
  const problems: DataProblem[] = []
  const figure = (...words: (string | number)[]): number => figureOf(wages, words, problems).value
  const usd = (...words: (string | number)[]): number => figure(...words, baseYear) / 1_000
  const labour = (country: string): number => usd('labor_cost_per_vehicle', country, 'assembly')
  const labourByCountry: Readonly<Record<Country, number>> = {
    US: labour('USA'),
    CA: labour('Canada'),
    MX: labour('Mexico'),
    JP: labour('Japan'),
    KR: labour('South Korea'),
    EU: (labour('Germany') + labour('Italy') + labour('France')) / 3,
    UK: labour('United Kingdom'),
    CN: labour('China'),
    // Thailand and South Africa: no figure; wages there are nearest to Mexico's.
    OTHER: labour('Mexico'),
  }
  const meanCost = (targets.usPrice.value / 1_000) * (1 - lernerIndex)
  const assemblyJobs = [
    figure('employment', 'USA', 'NAICS 3361', baseYear),
    figure('employment', 'Canada', 'assembly 3361', 2021),
    figure('employment', 'Mexico', 'terminal 3361', baseYear),
  ]
  const geography = {
    freight: freightTable((route, kind) => usd('logistics_cost_per_vehicle', route, kind)),
    labourCost: Float64Array.from(countries, (country) => labourByCountry[country]),
    assemblyOverhead: assemblyShare * meanCost - labourByCountry.US,
    assemblyJobsPerVehicle: Float64Array.from(nationalOutput(targets), (output, o) => assemblyJobs[o] / output),
    partsJobs: Float64Array.of(
      figure('employment', 'USA', 'NAICS 3363', baseYear),
      figure('employment', 'Canada', 'parts 3363', baseYear),
      figure('employment', 'Mexico', 'parts + bodies 3362-3363', baseYear),
    ),
  }
  if (problems.length > 0) throw dataError(problems)
  return geography
}

/**
 * Five routes have a figure. Routes back cost what routes there do; at home every country pays the US domestic haul;
 * between Canada and Mexico both legs less one such haul; anything over an ocean what Japan to the US does, from China
 * and elsewhere what China to Mexico does.
 */
function freightTable(usd: (route: string, kind: string) => number): Float64Array {
  const domestic = usd('US domestic', 'finished vehicle')
  const canadaUs = usd('Canada to US', 'finished vehicle')
  const mexicoUs = usd('Mexico to US', 'finished vehicle rail/truck')
  const ocean = usd('Japan/Korea to US', 'ocean RoRo + inland')
  const fromChina = usd('China to Mexico', 'ocean RoRo')
  const canadaMexico = canadaUs + mexicoUs - domestic
  const near = [ocean, ocean, ocean, freightOverseasToRow]
  const far = [fromChina, fromChina, fromChina, freightOverseasToRow]
  const rows: Readonly<Record<Country, readonly number[]>> = {
    US: [domestic, canadaUs, mexicoUs, ocean],
    CA: [canadaUs, domestic, canadaMexico, ocean],
    MX: [mexicoUs, canadaMexico, domestic, ocean],
    JP: near,
    KR: near,
    EU: near,
    UK: near,
    CN: far,
    OTHER: far,
  }
  const freight = new Float64Array(countries.length * destinationCount)
  countries.forEach((country, at) => freight.set(rows[country], at * destinationCount))
  return freight
}
