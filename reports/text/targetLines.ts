/** Targets on a terminal. */
import type { Report } from '../data/report.ts'
import { wrapText } from '../words/table.ts'
import type { Style } from './style.ts'
import { targetWords } from './targetText.ts'

/**
 * A sentence for each target and how to read them, with an empty line after them; nothing where none was asked for.
 *
 * @param words of the scenarios that are compared
 */
export function targetLines(
  { targets = [], scenarios, baseline }: Pick<Report, 'targets' | 'scenarios' | 'baseline'>,
  words: ReadonlyMap<string, string>,
  { bold, width }: Style,
): readonly string[] {
  const { sentences, reading } = targetWords(targets, scenarios[baseline].name, words)
  if (sentences.length === 0) return []
  return [
    bold('Targets'),
    ...sentences.flatMap((text) => wrapText(`- ${text}`, width, '  ')),
    ...wrapText(reading, width),
    '',
  ]
}
