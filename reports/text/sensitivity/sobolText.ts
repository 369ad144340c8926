/**
 * Sobol' indices as a table, the largest total first, and as sentences: what explains most, and what cannot be told
 * from 0.
 */
import type { SobolResult, SobolFactor } from '../../../engine/analysis/sensitivity/sobolIndices.ts'
import { shareText } from '../../words/numbers.ts'
import { type Column, tableLines } from '../../words/table.ts'
import {
  usedText,
  sentenceLines,
  indexText,
  intervalText,
  withoutChance,
  estimateText,
  firstNames,
  noVariance,
  chanceOf,
} from './words.ts'

const columns: readonly Column[] = [
  { title: 'factor', align: 'left' },
  { title: 'first', align: 'right' },
  { title: '95% interval', align: 'right' },
  { title: 'total', align: 'right' },
  { title: '95% interval', align: 'right' },
]

/** Factors by their share of the variance, the largest first. */
export function sobolLines(result: SobolResult, width: number): readonly string[] {
  const factors = result.factors.toSorted((one, other) => other.total.value - one.total.value)
  if (result.n < 2) return [`Too few base rows to say anything: ${usedText(result.n, result.failed, 'base rows')}`]
  if (!(result.variance > 0)) return sentenceLines([noVariance], width)
  return [
    ...tableLines(columns, factors.map(sobolCells), width),
    ...sentenceLines(
      [
        'Shares of the variance of the outcome. first: what would go if the factor were known; total: what would be ' +
          'left if all others were. Differences between the two are what the factor does together with others.',
      ],
      width,
    ),
    '',
    ...sentenceLines(
      [
        leaders(factors),
        chanceSentence(factors),
        unseen(factors),
        idle(factors),
        additivity(result),
        usedText(result.n, result.failed, 'base rows'),
      ],
      width,
    ),
  ]
}

function sobolCells({ name, first, total }: SobolFactor): readonly string[] {
  return [name, indexText(first.value), intervalText(first), indexText(total.value), intervalText(total)]
}

/** A factor is named among the first when its total index is a quarter of the largest one's. */
const leadingPart = 0.25

function leaders(factors: readonly SobolFactor[]): string {
  const [largest, ...others] = withoutChance(factors).filter(({ changesOutcome }) => changesOutcome)
  if (largest === undefined) return 'No parameter changes the outcome.'
  const next = others.filter(({ total }) => total.value >= leadingPart * largest.total.value)
  const nextTexts = next.map(({ name, total }) => `${name} ${estimateText(total)}`)
  const rest = next.length === 0 ? '' : `; then ${firstNames(nextTexts)}`
  return `Of the parameters, ${largest.name} matters most, total ${estimateText(largest.total)}${rest}.`
}

function chanceSentence(factors: readonly SobolFactor[]): string {
  const chance = chanceOf(factors)
  if (chance === undefined) return ''
  if (!chance.changesOutcome) return 'Chance (lines, shocks, measurement errors) changes the outcome of no run.'
  return (
    `Chance (lines, shocks, measurement errors) by itself is ${estimateText(chance.first)} of the variance, and ` +
    `takes part in ${estimateText(chance.total)}.`
  )
}

function unseen(factors: readonly SobolFactor[]): string {
  const names = factors
    .filter(({ firstIsSeen, changesOutcome }) => changesOutcome && !firstIsSeen)
    .map(({ name }) => name)
  return names.length === 0
    ? ''
    : `First index not distinguishable from zero with this many runs: ${firstNames(names)}.`
}

function idle(factors: readonly SobolFactor[]): string {
  const names = withoutChance(factors)
    .filter(({ changesOutcome }) => !changesOutcome)
    .map(({ name }) => name)
  return names.length === 0 ? '' : `Without any effect on the outcome of any run: ${firstNames(names)}.`
}

function additivity({ sumOfFirst }: SobolResult): string {
  const { value, low, high } = sumOfFirst
  const sum = `First indices sum to ${estimateText(sumOfFirst)}`
  if (low > 1) return `${sum}, more than they can: take more replicates.`
  if (high >= 1) return `${sum}: what factors do together is not distinguishable from zero.`
  return `${sum}: about ${shareText(Math.min(1, 1 - value))} of the variance comes from factors acting together.`
}
