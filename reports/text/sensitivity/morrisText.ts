/** Elementary effects as a table, the largest first, and as sentences. */
import type { MorrisResult, MorrisFactor } from '../../../engine/analysis/sensitivity/morrisEffects.ts'
import { decimalText, signedText, roundingPlace } from '../../words/numbers.ts'
import { type Column, tableLines } from '../../words/table.ts'
import { sentenceLines, usedText, withoutChance, firstNames, chanceOf } from './words.ts'

const columns: readonly Column[] = [
  { title: 'factor', align: 'left' },
  { title: 'mu*', align: 'right' },
  { title: 's.e.', align: 'right' },
  { title: 'mu', align: 'right' },
  { title: 's.e.', align: 'right' },
  { title: 'sigma', align: 'right' },
  { title: 's.e.', align: 'right' },
]

/** Without signs, which groups of parameters do not have. */
const columnsOfGroups = 3

/** Factors by the size of their effects, the largest first; `unit` is that of the outcome. */
export function morrisLines(result: MorrisResult, unit: string, width: number): readonly string[] {
  const factors = result.factors.toSorted((one, other) => other.muStar - one.muStar)
  const hasSigns = factors.some(({ mu }) => Number.isFinite(mu))
  const shown = hasSigns ? columns.length : columnsOfGroups
  return [
    ...tableLines(
      columns.slice(0, shown),
      factors.map((factor) => morrisCells(factor).slice(0, shown)),
      width,
    ),
    ...sentenceLines(
      [
        `mu*: mean size of the effect, in ${unit}, for the whole range of a factor` +
          (hasSigns ? '; mu: the same with its sign; sigma: how much it depends on the other factors' : '') +
          '. s.e.: standard error.',
      ],
      width,
    ),
    '',
    ...sentenceLines(
      [
        leaders(factors),
        curved(factors),
        belowChance(factors),
        idle(factors),
        usedText(result.n, result.failed, 'trajectories'),
      ],
      width,
    ),
  ]
}

function morrisCells(factor: MorrisFactor): readonly string[] {
  return [
    factor.name,
    ...pair(factor.muStar, factor.muStarStandardError, decimalText),
    ...pair(factor.mu, factor.muStandardError, signedText),
    ...pair(factor.sigma, factor.sigmaStandardError, decimalText),
  ]
}

function pair(value: number, error: number, text: (value: number, place: number) => string): readonly string[] {
  const place = roundingPlace(value, error, 1)
  return [text(value, place), decimalText(error, place)]
}

const leadersNamed = 3

function leaders(factors: readonly MorrisFactor[]): string {
  const names = withoutChance(factors)
    .filter(({ muStar }) => muStar > 0)
    .map(({ name }) => name)
  if (names.length === 0) return 'No parameter changes the outcome.'
  return `Largest effects, in this order: ${firstNames(names.slice(0, leadersNamed))}.`
}

/**
 * A deviation of half of the mean size is a usual mark of an effect that is no straight line: D. Garcia Sanchez and
 * others, "Application of sensitivity analysis in building energy simulations", Energy and Buildings 68 (2014).
 */
const straightBelow = 0.5

function curved(factors: readonly MorrisFactor[]): string {
  const leading = withoutChance(factors).slice(0, leadersNamed)
  const names = leading.filter(({ muStar, sigma }) => sigma > straightBelow * muStar).map(({ name }) => name)
  if (names.length === 0) return ''
  return `Of these, bent or hanging on other factors (sigma above half of mu*): ${firstNames(names)}.`
}

function belowChance(factors: readonly MorrisFactor[]): string {
  const chance = chanceOf(factors)
  if (chance === undefined || chance.muStar === 0) return 'Chance changes the outcome of no run.'
  const names = withoutChance(factors)
    .filter(({ muStar }) => muStar > 0 && muStar < chance.muStar)
    .map(({ name }) => name)
  return names.length === 0 ? '' : `Smaller than chance (other lines and shocks): ${firstNames(names)}.`
}

function idle(factors: readonly MorrisFactor[]): string {
  const names = withoutChance(factors)
    .filter(({ muStar }) => muStar === 0)
    .map(({ name }) => name)
  return names.length === 0 ? '' : `Without any effect on the outcome of any run: ${firstNames(names)}.`
}
