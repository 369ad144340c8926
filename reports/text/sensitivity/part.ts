/** What a sensitivity analysis found as reports take it: factors, strongest first, with one index each. */
import { normalQuantile } from '../../../engine/math/normalQuantile.ts'
import type { SobolPair } from '../../../engine/analysis/sensitivity/sobolPairs.ts'
import { parameters } from '../../../scenarios/parameters/parameters.ts'
import type { SensitivityPart, FactorRow } from '../../data/parts.ts'
import type { SensitivityFinding } from '../../../studies/plan/sensitivityMethods.ts'
import type { SensitivityStudy } from '../../../studies/sensitivity/study.ts'
import { pairName } from './pairText.ts'
import { estimateText } from './words.ts'
import { after, inBrackets } from '../../words/words.ts'

/** Names of the indices, and what they say of a factor. */
const methods: Readonly<Record<SensitivityFinding['method'], Pick<SensitivityPart, 'method' | 'meaning'>>> = {
  sobol: {
    method: "Sobol' total index",
    meaning: 'the share of the variance of the outcome that would be left if all other factors were known',
  },
  morris: {
    method: 'Morris mu*',
    meaning: 'the mean size of the change of the outcome over the whole range of the factor',
  },
  pawn: {
    method: 'PAWN index',
    meaning: 'how far, from 0 to 1, knowing the factor moves the distribution of the outcome',
  },
  oat: {
    method: 'change from the 5% to the 95% quantile',
    meaning: 'the change of the mean outcome when the factor alone goes from its 5% to its 95% quantile',
  },
}

/** What a report shows of the study. */
export function sensitivityPart(study: SensitivityStudy): SensitivityPart {
  const { scenario, against, outcome, year, finding, replicates, reproduce } = study
  return {
    ...methods[finding.method],
    unit: finding.method === 'sobol' ? 'share' : finding.method === 'pawn' ? '' : outcome.unit,
    scenario,
    ...(against === undefined ? {} : { against }),
    outcome: `${outcome.label}${after(outcome.place)}${inBrackets(outcome.unit)}`,
    year,
    factors: factorRows(finding).toSorted((one, other) => Math.abs(other.index) - Math.abs(one.index)),
    ...(finding.method === 'sobol' && finding.pairs !== undefined ? { pairs: pairRows(finding.pairs) } : {}),
    runs: replicates,
    reproduce,
  }
}

/** Pairs whose index is a number, the largest first. */
function pairRows(pairs: readonly SobolPair[]): readonly FactorRow[] {
  return pairs
    .filter(({ second }) => Number.isFinite(second.value))
    .toSorted((one, other) => other.second.value - one.second.value)
    .map((pair) => ({
      factor: pairName(pair),
      title: `${named(pair.one).title} with ${named(pair.other).title}`,
      index: pair.second.value,
      interval: { low: pair.second.low, high: pair.second.high },
      isSeen: pair.isSeen,
      words: 'together, beyond what each does by itself',
    }))
}

function factorRows(finding: SensitivityFinding): readonly FactorRow[] {
  if (finding.method === 'sobol') {
    const varies = doesVary(finding.sobol)
    return finding.sobol.factors.map(({ name, first, total, changesOutcome }) => ({
      ...named(name),
      index: total.value,
      interval: { low: total.low, high: total.high },
      isSeen: varies && changesOutcome && total.low > 0,
      words: `${estimateText(first)} by itself, the rest together with others`,
    }))
  }
  if (finding.method === 'morris') {
    return finding.morris.factors.map(({ name, muStar, muStarStandardError, mu }) =>
      row(name, muStar, muStarStandardError, wayText(mu)),
    )
  }
  if (finding.method === 'pawn') {
    return finding.pawn.factors.map(({ name, index, standardError, isSeen }) => ({
      ...row(name, index, standardError, isSeen ? 'more than dummies reach' : 'no more than dummies reach'),
      isSeen,
    }))
  }
  return finding.tornado.bars.map(({ name, swing }) =>
    row(name, swing.value, swing.standardError, wayText(swing.value)),
  )
}

/** A standard deviation this small beside the mean is what rounding and iterations leave, and nothing to explain. */
const leastVariation = 1e-6

function doesVary({ mean, variance }: { readonly mean: number; readonly variance: number }): boolean {
  return Math.sqrt(variance) > leastVariation * Math.abs(mean)
}

function named(factor: string): Pick<FactorRow, 'factor' | 'title'> {
  const known = Object.entries(parameters).find(([name]) => name === factor)?.[1]
  return { factor, title: known === undefined ? factor : `${known.title}${inBrackets(known.unit)}` }
}

/** Of the index: 95%, as the intervals of Sobol' indices. */
const reach = normalQuantile(0.975)

function row(factor: string, index: number, error: number, words: string): FactorRow {
  const interval = { low: index - reach * error, high: index + reach * error }
  return { ...named(factor), index, interval, isSeen: interval.low > 0 || interval.high < 0, words }
}

/** NaN for chance and for groups, which have no direction. */
function wayText(effect: number): string {
  if (!(Math.abs(effect) > 0)) return 'no direction'
  return effect > 0 ? 'the more of it, the more of the outcome' : 'the more of it, the less of the outcome'
}
