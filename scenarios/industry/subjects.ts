/** Plants, makers and lines by the names that people give them, in any case: ids, names, nameplates. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { nameHint } from '../file/nearest.ts'

export interface Subject {
  readonly name: string
  /** Index of the plant, or -1 where lines were named. */
  readonly plant: number
  readonly lines: readonly number[]
}

/** What is known of a word that names nothing: names that have it in them, each of one thing; else what was meant. */
export interface NoSubject {
  readonly holding: readonly string[]
  /** As in `did you mean Atlas Saltillo?`. */
  readonly hint: string
}

/**
 * A plant with its lines, or the lines of a nameplate, an id or a maker. A part of a name will do where only one has it.
 *
 * @returns the subject, or what could have been meant
 */
export function findSubject(industry: Industry, word: string): Subject | NoSubject {
  const found = subjectCalled(industry, word)
  if (found !== undefined) return found
  const holding = spokenNames(industry).filter((name) => holdsWords(name, word))
  const only = holding.length === 1 ? subjectCalled(industry, holding[0]) : undefined
  return only ?? { holding, hint: nameHint(word, knownNames(industry)) }
}

/** Whether each word asked for is a word of the name. */
function holdsWords(name: string, asked: string): boolean {
  const own = wordsOf(name)
  const wanted = wordsOf(asked)
  return wanted.length > 0 && wanted.every((part) => own.includes(part))
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
}

/** Names as people say them: plants, nameplates, makers. */
function spokenNames({ plants, products, makers }: Industry): readonly string[] {
  return [
    ...new Set([...plants.map(({ name }) => name), ...products.map(nameplate), ...makers.map(({ name }) => name)]),
  ]
}

function subjectCalled(industry: Industry, word: string): Subject | undefined {
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
  return undefined
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
