/** What is to be known of the choice of the baseline, before all else: in a sentence each, with titles in place of names. */
import type { Report } from '../data/report.ts'

/** The first sentence of every note; the whole of it stands with the caveats. */
export function baselineWarnings(report: Report): readonly string[] {
  return (report.notes ?? []).map((note) => withTitles(report, firstSentence(note)))
}

function firstSentence(text: string): string {
  return /^.*?[^.\d]\.(?= |$)/s.exec(text)?.[0] ?? text
}

/** Names of scenarios of the report, where they stand as words, become titles in quotes. */
export function withTitles({ scenarios }: Pick<Report, 'scenarios'>, text: string): string {
  const titles = new Map(scenarios.filter(({ name, title }) => name !== title).map(({ name, title }) => [name, title]))
  if (titles.size === 0) return text
  const names = [...titles.keys()].toSorted((one, other) => other.length - one.length)
  const pattern = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text.replaceAll(
    new RegExp(`(?<![\\w.=-])(${pattern})(?![\\w=-])`, 'g'),
    (name) => `“${titles.get(name) ?? name}”`,
  )
}
