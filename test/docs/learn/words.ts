/** Made parts of the lessons: tables and the lines that say what stands against what. */
import type { PairedSummary } from '../../../engine/analysis/paired.ts'
import type { DemandKind, ClosureForm } from '../../../engine/model/inputs/policy.ts'
import type { Answer, Asking } from './asked.ts'

export type Ask = (link: string, asking?: Asking) => Answer

/** Where lessons ask to have the explorer: a port of its own, so that their links lead to it. */
export const explorerAddress = 'http://127.0.0.1:4600/'

/** By the name of a mark in the page, what stands there. */
export type MadeParts = Readonly<Record<string, string>>

/** What to open, as a link and as what the page shows. */
export function openLine(link: string, words: string): string {
  return `**[${words}](${explorerAddress}${link})**`
}

/** As in `-14.9% (-29.1% to -4.0%)`: the mean difference and what holds 90% of replicates, as shares of the baseline's mean. */
export function percentText({ relative, difference, baselineMean }: PairedSummary, digits: number = 1): string {
  const [mean, low, high] = [relative, difference.low / baselineMean, difference.high / baselineMean].map((share) =>
    signed(100 * share, digits),
  )
  return `${mean}% (${low}% to ${high}%)`
}

/** As in `-6.3 (-10.2 to -2.4)`. @param unit how much of the outcome's unit is one */
export function amountText({ difference }: PairedSummary, unit: number, digits: number = 1): string {
  const [mean, low, high] = [difference.mean, difference.low, difference.high].map((one) => signed(one / unit, digits))
  return `${mean} (${low} to ${high})`
}

export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return Number(text) === 0 ? text : `${value < 0 ? '-' : '+'}${text}`
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [rowText(header), `|${'---|'.repeat(header.length)}`, ...rows.map(rowText)].join('\n')
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

export function shareText(share: number, digits: number = 0): string {
  return `${(100 * share).toFixed(digits)}%`
}

/** What the figures of an answer are against, and of how many replicates. */
export function standing({ settings, report }: Answer, year: string): string {
  return (
    `Against \`${settings.baseline}\`, ${year}: mean, and in brackets what holds nine of ten replicates ` +
    `(${report.replicates} replicates, seed ${report.seed}).`
  )
}

/** Every form that the model can take, in words that the lessons explain once. */
const forms: readonly { readonly title: string; readonly demand: DemandKind; readonly closure: ClosureForm }[] = [
  { title: 'buyers alike, wages fixed', demand: 'nestedLogit', closure: 'off' },
  { title: 'buyers by income, wages fixed', demand: 'incomeGroups', closure: 'off' },
  { title: 'CES demand, wages fixed', demand: 'ces', closure: 'off' },
  { title: 'buyers alike, wages answer', demand: 'nestedLogit', closure: 'on' },
  { title: 'buyers by income, wages answer', demand: 'incomeGroups', closure: 'on' },
]

const formReplicates = 40

/** Enough to tell one exercise from the next. */
export const exerciseReplicates = 60

/** A row for each form of the model. @param cells what stands in a row beside its title */
export function formsTable(
  ask: Ask,
  link: string,
  header: readonly string[],
  cells: (answer: Answer) => readonly string[],
  replicates: number = formReplicates,
): string {
  const rows = forms.map(({ title, demand, closure }) => [
    title,
    ...cells(ask(link, { forms: { demand, closure }, replicates })),
  ])
  return `${table(['form of the model', ...header], rows)}\n\nEach form held for ${replicates} replicates, all on the same draws.`
}

/** A sentence of a lesson that rests on figures. @throws Error when they no longer bear it out */
export function claim(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`docs/learn says “${sentence}”, which the engine no longer bears out: write the lesson anew`)
}
