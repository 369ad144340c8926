/**
 * Whether an outcome rises or falls is not settled where the interval of nine tenths of its differences holds both signs by more
 * than chance: the rarer sign has more than a twentieth of replicates even if that share is taken lower by the margin of its
 * sampling error. It is said before any mean, since a mean by itself reads as an answer.
 */
import { type ComparisonRow, comparisonOf, type Report } from '../data/report.ts'
import { countryNames, type View, viewOf } from '../data/view.ts'
import { shareText } from '../words/numbers.ts'
import { listText } from '../words/words.ts'

/** What an option leaves open, and how often it goes which way. */
interface Open {
  readonly question: string
  readonly inRuns: string
}

/** A question of one outcome, and what it is called when the outcome rises and when it falls. */
export type Words = readonly [question: string, rises: string, falls: string]

/** Share of replicates that the interval of nine tenths leaves out at either end. */
const leftOut = 0.05
/** 95% of a normal law lie below it. */
const margin = 1.6448536269514722
/** More letters than these are counted. */
const mostLetters = 6

/** Whether the difference is above nothing in some replicates and below in others, by more than chance. */
export function hasBothSigns(row: ComparisonRow): boolean {
  const { difference, better } = row.paired
  if (better === undefined || !(difference.low < 0 && difference.high > 0)) return false
  return Math.min(...sidesOf(row)) - margin * better.standardError > leftOut
}

/** Shares of replicates in which the outcome rises and in which it falls. */
function sidesOf({ paired, outcome }: ComparisonRow): readonly [number, number] {
  const { better, difference, same } = paired
  const good = better?.value ?? 0
  const bad = 1 - good - same / difference.n
  return outcome.good === 'up' ? [good, bad] : [bad, good]
}

/** Outcomes that the answer is told by: vehicles of the country it is told for, its jobs, prices and welfare, then its neighbours. */
export function toldQuestions(view: View): readonly (readonly [id: string, words: Words])[] {
  const there = countryNames[view]
  const neighbours = (['MX', 'CA', 'US'] as const).filter((place) => place !== view)
  return [
    [`output.${view}`, builtWords(view)],
    [`assemblyJobs.${view}`, [`${there} has more or fewer assembly jobs`, 'more', 'fewer']],
    [`partsJobs.${view}`, [`${there} has more or fewer parts jobs`, 'more', 'fewer']],
    [`priceIndex.${view}`, [`vehicles in ${there} cost more or less`, 'more', 'less']],
    [`welfare.${view}`, [`${there} as a whole gains or loses`, 'gains', 'loses']],
    ...neighbours.map((place) => [`output.${place}`, builtWords(place)] as const),
  ]
}

function builtWords(place: View): Words {
  return [`${countryNames[place]} builds more or fewer vehicles`, 'more', 'fewer']
}

/** What the last year of a scenario leaves open. Jobs of assembly go with the vehicles: where they do exactly, they are not told again. */
function openOf(report: Report, scenario: string): readonly Open[] {
  const year = report.years[report.years.length - 1]
  const found = toldQuestions(viewOf(report)).flatMap(([id, [question, rises, falls]]) => {
    const row = comparisonOf(report, scenario, id, year)
    if (row === undefined || !hasBothSigns(row)) return []
    const [up, down] = sidesOf(row)
    return [
      { id, question, inRuns: `${rises} in ${shareText(up)} of runs, ${falls} in ${shareText(restOf(up, down))}` },
    ]
  })
  const vehicles = found.find(({ id }) => id === `output.${viewOf(report)}`)
  return found.filter(({ id, inRuns }) => !id.startsWith('assemblyJobs') || inRuns !== vehicles?.inRuns)
}

/** The second share, so that it makes 100% with the first as that is shown, where no replicate stays as it is. */
function restOf(up: number, down: number): number {
  return Math.abs(up + down - 1) < 1e-9 ? 1 - Math.round(up * 100) / 100 : down
}

/** Of one option, as a sentence; empty where every sign is settled. */
export function unsettledText(report: Report, scenario: string): string {
  return sentence(openOf(report, scenario).map(({ question, inRuns }) => `whether ${question} (${inRuns})`))
}

/**
 * Of all options, as a sentence; empty where every sign is settled. Of several it says by their letters which leave what open, and
 * how many where letters would be too many.
 */
export function unsettledAmong(
  report: Report,
  options: readonly { readonly name: string; readonly letter: string }[],
): string {
  if (options.length === 1) return unsettledText(report, options[0].name)
  const letters = new Map<string, string[]>()
  for (const { name, letter } of options) {
    for (const { question } of openOf(report, name)) letters.set(question, [...(letters.get(question) ?? []), letter])
  }
  return sentence(
    [...letters].map(([question, under]) => {
      const which = under.length > mostLetters ? `${under.length} of the ${options.length} options` : listText(under)
      return `whether ${question} under ${which}`
    }),
  )
}

function sentence(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `It is not settled ${listText(clauses, 'or')}.`
}
