/** `brief.md`: the decision on one page, for who writes a note of his own. */
import { visibleText } from '../words/visible.ts'
import type { DocumentTable, ReportDocument } from '../document/document.ts'

/** A line that says against what, a sentence for each of six options or outcomes, and one on what is left out. */
const mostAnswers = 14

const mostOptions = 6

/** As many as have room on a page; the table has all. */
export function briefAnswers(answers: ReportDocument['answers']): ReportDocument['answers'] {
  return answers.slice(0, mostAnswers)
}

/** Options in words where they have room on a page beside their table. */
function briefOptions(options: readonly string[]): readonly string[] {
  return options.length <= mostOptions + 1 ? options : []
}

/** The brief as Markdown. */
export function briefMarkdown(document: ReportDocument): string {
  const {
    question,
    against,
    unsettled,
    answers,
    chosen,
    targets,
    reading,
    warnings,
    caveats,
    options,
    brief,
    reproduce,
    foot,
  } = document
  const first = answers.length > 1 ? brief : undefined
  return `${visibleText(
    [
      `# ${escaped(question)}`,
      '',
      escaped(against),
      '',
      ...(unsettled === '' ? [] : [`${escaped(unsettled)}\n`]),
      ...warnings.map((text) => `**Note:** ${escaped(text)}\n`),
      ...(first === undefined ? [] : [...tableLines(first), '']),
      ...briefAnswers(answers).flatMap(({ text, more }) =>
        [text, ...(answers.length > 1 || more === '' ? [] : more.split('\n'))].map((line) => `${escaped(line)}\n`),
      ),
      ...(answers.length === 0 || reading === '' ? [] : [`${reading}\n`]),
      ...(targets.sentences.length === 0
        ? []
        : ['## Targets', '', ...targets.sentences.map((text) => `* ${escaped(text)}`), '', `${targets.reading}\n`]),
      ...(chosen.length === 0 ? [] : ['## Which is best', '', ...chosen.map((text) => `* ${escaped(text)}`), '']),
      '## What to keep in mind',
      '',
      ...caveats.map((text) => `* ${escaped(text)}`),
      '',
      ...(brief === undefined || first !== undefined ? [] : ['## The decision', '', ...tableLines(brief), '']),
      ...briefOptions(options).map((text) => `* ${escaped(text)}`),
      '',
      `${foot} The whole report is report.html. The same numbers again:`,
      '',
      `    ${reproduce}`,
    ].join('\n'),
  )}\n`
}

function tableLines({ caption, columns, groups }: DocumentTable): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`
  const rows = groups.flatMap(({ title, rows }) => [
    ...(title === '' ? [] : [[title, ...columns.slice(1).map(() => '')]]),
    ...rows.map((row) => row.map(({ text }) => text)),
  ])
  return [
    `${escaped(caption.replace(/\.$/, ''))}:`,
    '',
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => (align === 'right' ? '---:|' : '---|')).join('')}`,
    ...rows.map((cells) => line(cells)),
  ]
}

/** Text that Markdown shows as it is: no markup of it or of HTML, and no end of a cell. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`).replaceAll(/\s+/g, ' ')
}
