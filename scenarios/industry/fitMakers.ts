/** US sales and Mexican output by maker, beside the makers' own totals. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { figuresUnder } from './figureRows.ts'
import type { FitRow } from './fitRow.ts'
import type { Sketch } from './sketch.ts'
import type { Tables } from './tables.ts'
import { type Targets, baseYear } from './targets.ts'
import { compare, sumOver, soldIn, builtBy } from './volumes.ts'

/** US sales of each maker that has a published figure. */
export function usMakerRows(industry: Industry, targets: Targets): readonly FitRow[] {
  return industry.makers.flatMap(({ name }, f) => {
    const reference = targets.usSalesByMaker.get(name)
    if (reference === undefined) return []
    const ofMaker = (j: number): boolean => industry.productMaker[industry.lineProduct[j]] === f
    return [
      compare(
        name,
        sumOver(industry, ofMaker, (j) => soldIn(industry, 0, j)),
        reference,
      ),
    ]
  })
}

/**
 * Mexican output by maker as INEGI counts it: by the plant's owner, in a joint plant by the maker of the car, and Audi
 * by itself.
 */
export function mexicanOutputRows(industry: Industry, sketch: Sketch, tables: Tables): readonly FitRow[] {
  const reported = figuresUnder(tables.markets, [baseYear, 'Mexico', 'production'])
  return [...reported].flatMap(([words, reference]) => {
    const [name, product] = words.split(' / ')
    if (name === 'total' || product !== 'light_vehicles') return []
    const counts = (j: number): boolean =>
      industry.lines[j].country === 'MX' && reportingName(industry, sketch, j) === name
    return [
      compare(
        name,
        sumOver(industry, counts, (j) => builtBy(industry, j)),
        reference,
      ),
    ]
  })
}

function reportingName(industry: Industry, sketch: Sketch, j: number): string {
  const { owner } = sketch.plantRows[industry.linePlant[j]]
  const product = industry.products[industry.lineProduct[j]]
  if (owner.includes(`(${product.brand})`)) return product.brand
  const plantMaker = industry.plants[industry.linePlant[j]].maker
  const maker = owner.includes('/') ? industry.productMaker[industry.lineProduct[j]] : plantMaker
  return industry.makers[maker].name
}
