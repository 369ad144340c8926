/** Totals of countries and of what crosses borders, beside the references. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { type Country, places, destination, place } from '../../engine/model/inputs/sets.ts'
import { type Figure, figuresUnder } from './figureRows.ts'
import type { FitRow } from './fitRow.ts'
import type { Tables } from './tables.ts'
import { type Targets, baseYear } from './targets.ts'
import { sumOver, soldIn, builtBy, compare } from './volumes.ts'

function salesOf(industry: Industry, m: number, chosen: (j: number) => boolean = () => true): number {
  return sumOver(industry, chosen, (j) => soldIn(industry, m, j))
}

function builtIn(industry: Industry, country: Country): (j: number) => boolean {
  return (j) => industry.lines[j].country === country
}

/** Sales and output of the three countries, vehicles, beside published totals. */
export function nationalRows(industry: Industry, targets: Targets): readonly FitRow[] {
  const electric = (j: number): boolean => industry.products[industry.lineProduct[j]].electric
  const output = (o: number): number =>
    sumOver(industry, builtIn(industry, places[o] as Country), (j) => builtBy(industry, j))
  return [
    compare('US sales', salesOf(industry, destination.US), targets.usSales),
    compare('Canadian sales', salesOf(industry, destination.CA), targets.canadaSales),
    compare('Mexican sales', salesOf(industry, destination.MX), targets.mexicoSales),
    compare('US output', output(place.US), targets.usOutput),
    compare('Canadian output', output(place.CA), targets.canadaOutput),
    compare('Mexican output', output(place.MX), targets.mexicoOutput),
    compare('US battery-electric sales', salesOf(industry, destination.US, electric), targets.usElectric),
    compare('Canadian battery-electric sales', salesOf(industry, destination.CA, electric), targets.canadaElectric),
  ]
}

/** A year at the rate of nine months. */
function yearOf(nineMonths: Figure): Figure {
  return { ...nineMonths, value: (nineMonths.value * 12) / 9, confidence: 'derived' }
}

/** What the region's plants ship across borders. Trade statistics count shipments in a year, we count sales. */
export function tradeRows(industry: Industry, tables: Tables, targets: Targets): readonly FitRow[] {
  const exported = (country: Country): number =>
    sumOver(industry, builtIn(industry, country), (j) => industry.exports[j])
  const figures = (country: string): ReadonlyMap<string, Figure> =>
    figuresUnder(tables.markets, [baseYear, country, 'exports'])
  const unreported = targets.mexicoSales.value - targets.mexicoSalesReported.value
  const row = (name: string, ours: number, country: string, to: string): FitRow[] => {
    const reference = figures(country).get(`${to} / light_vehicles / units`)
    return reference === undefined ? [] : [compare(name, ours, reference)]
  }
  return [
    ...row('Mexico to US', salesOf(industry, destination.US, builtIn(industry, 'MX')), 'Mexico', 'USA'),
    ...row('Mexico to Canada', salesOf(industry, destination.CA, builtIn(industry, 'MX')), 'Mexico', 'Canada'),
    ...row('Mexico to rest of world', exported('MX'), 'Mexico', 'rest_of_world'),
    ...row('Canada to US', salesOf(industry, destination.US, builtIn(industry, 'CA')), 'Canada', 'USA'),
    ...row('US to Canada', salesOf(industry, destination.CA, builtIn(industry, 'US')), 'USA', 'Canada'),
    ...row('US to Mexico', salesOf(industry, destination.MX, builtIn(industry, 'US')), 'USA', 'Mexico'),
    ...row('US to rest of world', exported('US'), 'USA', 'rest_of_world'),
    compare(
      'Mexican sales built in Mexico',
      salesOf(industry, destination.MX, builtIn(industry, 'MX')),
      targets.mexicoToMexico,
    ),
    compare(
      'Mexican sales built in China, brands that report',
      salesOf(industry, destination.MX, builtIn(industry, 'CN')) - unreported,
      yearOf(targets.chinaToMexicoNineMonths),
    ),
  ]
}

/** US sales by country of assembly beside US imports, and the part built at home. */
export function originRows(industry: Industry, tables: Tables): readonly FitRow[] {
  const imports = figuresUnder(tables.markets, [baseYear, 'USA', 'imports'])
  const origins: readonly [string, Country, string][] = [
    ['from Mexico', 'MX', 'Mexico / passenger_vehicles_and_vans / units'],
    ['from Canada', 'CA', 'Canada / passenger_vehicles_and_vans / units'],
    ['from Japan', 'JP', 'Japan / passenger_vehicles_and_vans / units'],
    ['from South Korea', 'KR', 'South Korea / passenger_vehicles_and_vans / units'],
    ['from the EU', 'EU', 'EU27 / passenger_vehicles / units'],
  ]
  const rows = origins.flatMap(([name, country, key]) => {
    const reference = imports.get(key)
    return reference === undefined
      ? []
      : [compare(name, salesOf(industry, destination.US, builtIn(industry, country)), reference)]
  })
  const share = figuresUnder(tables.markets, [2022, 'USA', 'share']).get(
    'domestic / light_vehicle_consumption_met_by_US_production / share',
  )
  if (share === undefined) return rows
  const total = salesOf(industry, destination.US)
  const builtAtHome = { ...share, value: share.value * total }
  const ours = salesOf(industry, destination.US, builtIn(industry, 'US'))
  return [compare('built in the US (reference: share of 2022)', ours, builtAtHome), ...rows]
}
