/**
 * Which of several options is the best, by every outcome that they are judged by, and what that comes to in a sentence: one is best by
 * all, or they trade off, or this many runs cannot tell them apart.
 */
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { ComparisonRow, Report } from '../data/report.ts'
import { keyOutcomes } from '../data/keyOutcomes.ts'
import { countryNames, type View, viewOf, viewOutcomes } from '../data/view.ts'
import { shareText } from '../words/numbers.ts'
import { capital, insideSentence, listText } from '../words/words.ts'
import { choicesOf } from './choiceSection.ts'
import type { Options } from './options.ts'
import { outcomeTitle } from '../words/outcomes.ts'
import { lastYear } from './years.ts'

/** Differences of less than two of their standard errors are within what another seed would change. */
const errorsApart = 2
/** More options than this that are equal are counted and not named. */
const mostNamed = 4

/** Best by one outcome: the option, or all that are the same in every run, or all that cannot be told from the best on average. */
interface Best {
  readonly outcome: OutcomeDefinition
  readonly names: readonly string[]
  /** False where this many runs cannot tell them apart. */
  readonly isSure: boolean
  /** True where it is better than the baseline on average. */
  readonly gains: boolean
}

/** A verdict, then a sentence for each criterion; empty where there is nothing to choose between. */
export function verdictTexts(report: Report, options: Options): readonly string[] {
  if (options.all.length < 2) return []
  const studies = choicesOf(report)
  // Points under laws of their own are no single choice.
  if (new Set(studies.map(({ outcome }) => outcome.id)).size < studies.length) return []
  const bests = criteriaOf(report).flatMap((id) => bestBy(report, id) ?? [])
  if (bests.length === 0) return []
  const name = namer(report, options)
  return [verdict(bests, name), ...bests.map((best) => criterionText(report, best, name))]
}

/** What the scenarios ask to be judged by, then what is shown of the country that the report is told for, its welfare among it. */
function criteriaOf(report: Report): readonly string[] {
  const view = viewOf(report)
  const asked = report.view === undefined && report.shownFirst.length > 0 ? report.shownFirst : viewOutcomes(view)
  const judged = report.view === undefined ? (report.decisions ?? []).map(({ outcome }) => outcome.id) : []
  const shown = keyOutcomes(report).filter((id) => id.endsWith(`.${view}`))
  return [...new Set([...judged, ...asked, ...shown, `welfare.${view}`])]
}

function bestBy(report: Report, id: string): Best | undefined {
  const year = lastYear(report)
  const rows = report.comparisons.filter((row) => row.outcome.id === id && row.year === year)
  const outcome = rows[0]?.outcome
  if (outcome === undefined || outcome.good === 'neither') return undefined
  const sign = outcome.good === 'down' ? -1 : 1
  const values = [
    { name: report.scenarios[report.baseline].name, value: 0, error: 0 },
    ...rows.map((row) => valueOf(row, sign)),
  ].filter(({ value }) => Number.isFinite(value))
  if (values.length < 2) return undefined
  const best = values.reduce((one, other) => (other.value > one.value ? other : one))
  const isLevel = (other: (typeof values)[number]): boolean =>
    best.value - other.value <= errorsApart * Math.hypot(best.error, other.error)
  const level = values.filter((other) => other === best || isLevel(other))
  const isSure = level.every(({ value, error }) => value === best.value && error === best.error)
  return { outcome, names: level.map(({ name }) => name), isSure, gains: best.value > 0 }
}

function valueOf(
  { scenario, paired: { difference } }: ComparisonRow,
  sign: number,
): { readonly name: string; readonly value: number; readonly error: number } {
  const { mean, standardError } = difference
  return { name: scenario, value: sign * mean, error: standardError > 0 ? standardError : 0 }
}

type Namer = (name: string) => string

function namer(report: Report, { all }: Options): Namer {
  const known = new Map(all.map((option) => [option.name, all.length > mostNamed * 2 ? option.words : option.letter]))
  return (name) => known.get(name) ?? `the baseline (“${report.scenarios[report.baseline].title}”)`
}

function verdict(bests: readonly Best[], name: Namer): string {
  const clear = bests.filter(({ isSure }) => isSure)
  const winners = [...new Set(clear.map((best) => winnerText(best, name)))]
  const parts = winners.map((winner) => {
    const won = clear.filter((best) => winnerText(best, name) === winner)
    return `${winner} ${listText(won.map((best) => bestWords(best)))}`
  })
  if (parts.length === 0) return 'This many runs cannot tell the best options apart by any of what they are judged by.'
  const all = parts.length === 1 && clear.length === bests.length
  const end = all
    ? ' It is the best by all that they are judged by.'
    : parts.length > 1
      ? ' They trade off: none is the best by all.'
      : ' By the rest the best cannot be told apart.'
  const text = `${parts.join('; ')}.${end}`
  return capital(text)
}

/** The option, or those that are the same. */
function winnerText({ names }: Best, name: Namer): string {
  return names.length > mostNamed ? `${names.length} options` : listText(names.map(name))
}

function bestWords({ outcome: { family, place, ...outcome }, names, gains }: Best): string {
  const [builds, has, costs, brings, is] =
    names.length === 1 ? ['builds', 'has', 'costs', 'brings', 'is'] : ['build', 'have', 'cost', 'bring', 'are']
  const country = place in countryNames ? countryNames[place as View] : place
  if (family === 'output') return `${builds} the most vehicles in ${country}`
  if (family === 'assemblyJobs') return `${has} the most assembly jobs in ${country}`
  if (family === 'partsJobs') return `${has} the most parts jobs in ${country}`
  if (family === 'priceIndex') return `${has} the lowest prices in ${country}`
  if (family === 'welfare')
    return gains ? `${brings} ${country} as a whole the most` : `${costs} ${country} as a whole the least`
  const title = insideSentence(outcomeTitle({ label: outcome.label, place }))
  return `${is} the best by ${title}`
}

function criterionText(report: Report, { outcome, names, isSure }: Best, name: Namer): string {
  const title = outcomeTitle(outcome)
  if (names.length === 1)
    return `${title}: ${name(names[0])} is the best on average${oftenText(report, outcome, names[0])}.`
  if (isSure) {
    const same = names.length > mostNamed ? `${names.length} options` : listText(names.map(name))
    return `${title}: ${same} are the same, and the best on average.`
  }
  const named = names.length > mostNamed ? `${names.length} options` : listText(names.map(name))
  return `${title}: ${named} cannot be told apart by this many runs; on average they are the best.`
}

/** How often it is the best of all, where that was counted run by run. */
function oftenText(report: Report, { id }: OutcomeDefinition, winner: string): string {
  const study = choicesOf(report).find(({ outcome }) => outcome.id === id)
  const found = study?.options.find((option) => option.name === winner)
  return found === undefined ? '' : `, and the best of all in ${shareText(found.best.value)} of runs`
}
