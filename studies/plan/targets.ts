/**
 * Targets: what an outcome is to keep to, as in `assemblyJobs.US >= 100000`. A report gives the chance that each is missed. They
 * are read and checked once, when a study is planned, and stand in its plan.
 */
import { usageError } from '../../engine/run/errors.ts'
import { nameHint } from '../../scenarios/file/nearest.ts'
import { requireOutcome } from './choice.ts'

export const targetSigns = ['>=', '<=', '>', '<'] as const
export type TargetSign = (typeof targetSigns)[number]

/** What an outcome must be in one year, in every run of the model. */
export interface OutcomeTarget {
  /** Id, as in `assemblyJobs.US`. */
  readonly outcome: string
  /** Calendar year; the last that is kept unless given. */
  readonly year?: number
  readonly must: TargetSign
  /** In the unit of the outcome. */
  readonly figure: number
  /** True where the figure is of the difference from the baseline in the same replicate. */
  readonly difference: boolean
}

const form = /^\s*([^\s<>=@]+)(?:@(\d+))?\s*(>=|<=|>|<)\s*(.+?)\s*$/
const bound = /^(baseline)?\s*(?:([+-])\s*)?(\d[\d.]*(?:e[+-]?\d+)?|\.\d+)?$/i
const example =
  'in quotes, as in --target "assemblyJobs.US >= 100000", "output.MX@2030 <= 4e6" or "assemblyJobs.US >= baseline - 5000"'

/** @throws an error of kind `usage` that says how a target is written, or gives the outcomes most like the one given */
export function readTarget(text: string): OutcomeTarget {
  const [, outcome, year, sign, limit] = form.exec(text) ?? []
  const must = targetSigns.find((one) => one === sign)
  if (must === undefined) throw wrongTarget(text)
  return {
    outcome: requireOutcome(outcome, '--target'),
    ...(year === undefined ? {} : { year: Number(year) }),
    must,
    ...limitOf(text, limit),
  }
}

/** A figure, or the baseline and what is added to it. */
function limitOf(text: string, limit: string): Pick<OutcomeTarget, 'figure' | 'difference'> {
  const [whole, baseline, sign, digits] = bound.exec(limit) ?? []
  const difference = baseline !== undefined
  const figure = digits === undefined ? (difference && sign === undefined ? 0 : NaN) : Number(digits)
  // `baseline 5` lacks a sign.
  const isWritten = whole !== undefined && !(difference && digits !== undefined && sign === undefined)
  if (!isWritten || !Number.isFinite(figure)) throw wrongTarget(text)
  return { figure: sign === '-' ? -figure : figure, difference }
}

function wrongTarget(text: string): Error {
  return usageError(
    `--target: ${JSON.stringify(text)} is not allowed; give an outcome, >= or <=, and a figure, ${example}`,
  )
}

/** As in `assemblyJobs.US@2036 >= baseline - 5000`: what `readTarget` reads back. */
export function targetText({ outcome, year, must, figure, difference }: OutcomeTarget): string {
  const sum = figure === 0 ? 'baseline' : `baseline ${figure < 0 ? '-' : '+'} ${Math.abs(figure)}`
  return `${outcome}${year === undefined ? '' : `@${year}`} ${must} ${difference ? sum : String(figure)}`
}

/** The words of a command line that ask for the targets. */
export function targetWords(targets: readonly OutcomeTarget[]): readonly string[] {
  return targets.flatMap((target) => ['--target', targetText(target)])
}

const mostListed = 12

/** What of a plan decides which targets it can answer. */
export interface KeptInStudy {
  readonly years: readonly number[]
  readonly outcomes: readonly string[]
  readonly scenarios: readonly unknown[]
}

/**
 * Refuses targets that the study cannot answer.
 *
 * @throws an error of kind `usage` that says which outcomes and years are kept, or that there is nothing to differ from
 */
export function requireTargets(targets: readonly OutcomeTarget[], { years, outcomes, scenarios }: KeptInStudy): void {
  for (const target of targets) {
    const { outcome, year, difference } = target
    if (year !== undefined && !years.includes(year)) {
      const kept = years.length > 2 ? `${years[0]} to ${years[years.length - 1]}` : years.join(' and ')
      throw usageError(`--target: ${targetText(target)}: the year ${year} is not kept; the years are ${kept}`)
    }
    if (!outcomes.includes(outcome)) {
      const kept = outcomes.length > mostListed ? `${outcomes.length} others` : outcomes.join(', ')
      const hint = nameHint(outcome, outcomes)
      throw usageError(`--target: ${outcome} is not kept in this result, which has ${kept}; ${hint}`)
    }
    if (difference && scenarios.length < 2) {
      throw usageError(`--target: ${targetText(target)}: there is one scenario, and no other to differ from`)
    }
  }
}

/** Whether a value misses the target. */
export function misses({ must, figure }: Pick<OutcomeTarget, 'must' | 'figure'>, value: number): boolean {
  switch (must) {
    case '>=':
      return !(value >= figure)
    case '<=':
      return !(value <= figure)
    case '>':
      return !(value > figure)
    case '<':
      return !(value < figure)
    default:
      return must satisfies never
  }
}
