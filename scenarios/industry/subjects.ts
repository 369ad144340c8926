/** Plants, makers and lines by the names that people give them, in any case: ids, names, nameplates. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { nearestName } from '../file/nearest.ts'

export interface Subject {
  readonly name: string
  /** Index of the plant, or -1 where lines were named. */
  readonly plant: number
  readonly lines: readonly number[]
}

/**
 * A plant with its lines, or the lines of a nameplate, an id or a maker.
 *
 * @returns the subject, or the nearest name that would have been one
 */
export function findSubject(industry: Industry, word: string): Subject | { readonly nearest: string | undefined } {
  const wanted = word.trim().toLowerCase()
  const is = (name: string): boolean => name.toLowerCase() === wanted
  const plant = industry.plants.findIndex(({ id, name }) => is(id) || is(name))
  if (plant >= 0) {
    const lines = industry.lines.flatMap((_, j) => (industry.linePlant[j] === plant ? [j] : []))
    return { name: industry.plants[plant].name, plant, lines }
  }
  const lines = industry.lines.flatMap(({ id }, j) => {
    const product = industry.products[industry.lineProduct[j]]
    return [id, product.id, nameplate(product)].some(is) ? [j] : []
  })
  if (lines.length > 0) {
    const product = industry.products[industry.lineProduct[lines[0]]]
    return { name: lines.length === 1 ? industry.lines[lines[0]].id : nameplate(product), plant: -1, lines }
  }
  const maker = industry.makers.findIndex(({ id, name }) => is(id) || is(name))
  if (maker >= 0) {
    const own = industry.lines.flatMap((_, j) => (industry.productMaker[industry.lineProduct[j]] === maker ? [j] : []))
    return { name: industry.makers[maker].name, plant: -1, lines: own }
  }
  return { nearest: nearestName(word, knownNames(industry)) }
}

function nameplate({ brand, name }: { readonly brand: string; readonly name: string }): string {
  return `${brand} ${name}`
}

function knownNames({ plants, lines, products, makers }: Industry): readonly string[] {
  return [
    ...plants.flatMap(({ id, name }) => [name, id]),
    ...products.flatMap((product) => [nameplate(product), product.id]),
    ...lines.map(({ id }) => id),
    ...makers.flatMap(({ id, name }) => [name, id]),
  ]
}
