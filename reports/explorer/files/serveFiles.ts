/** Answers what the page asks about files. */
import { writeYaml } from '../../../scenarios/file/yaml.ts'
import { tableCsv } from '../../forms/tableCsv.ts'
import {
  compareCsv,
  failuresCsv,
  linesCsv,
  namedFailures,
  plantsCsv,
  programmesCsv,
  summaryCsv,
} from '../../tables/csv.ts'
import type { PageData } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import type { FileAnswers, FileQuestion, FromFiles, PlainScenario, TextFile, ToFiles } from './messages.ts'
import { readScenarios } from './readScenarios.ts'

/** @param post hands an answer to the page. @returns hears what the page says */
export function serveFiles(post: (message: FromFiles) => void): (message: ToFiles) => void {
  let packed = { data: '', library: '{}' }
  return (message) => {
    if (message.kind === 'begin') {
      packed = message
      return
    }
    const { number, question } = message
    try {
      post({ kind: 'answer', number, answer: answerTo(question, packed) })
    } catch (error) {
      post({ kind: 'unanswered', number, message: error instanceof Error ? error.message : String(error) })
    }
  }
}

function answerTo(
  question: FileQuestion,
  { data, library }: { readonly data: string; readonly library: string },
): FileAnswers[keyof FileAnswers] {
  switch (question.kind) {
    case 'read':
      return readScenarios(question.files, unpack(data) as PageData, JSON.parse(library) as Record<string, string>)
    case 'tables':
      return tablesOf(question)
    case 'table':
      return { name: `${question.table.id}.csv`, text: tableCsv(question.table) }
    case 'write':
      return question.scenarios.map(written)
    default:
      return question satisfies never
  }
}

/** As a result folder has them, those that a folder would have. */
function tablesOf({ report }: FileQuestion & { kind: 'tables' }): readonly TextFile[] {
  const failures = namedFailures(report)
  return [
    { name: 'summary.csv', text: summaryCsv(report) },
    { name: 'compare.csv', text: compareCsv(report) },
    { name: 'plants.csv', text: plantsCsv(report) },
    { name: 'lines.csv', text: linesCsv(report) },
    { name: 'programmes.csv', text: programmesCsv(report) },
    ...(failures.length === 0 ? [] : [{ name: 'failures.csv', text: failuresCsv(failures) }]),
  ]
}

function written({ name, comment, content }: PlainScenario): TextFile {
  const lines = comment.map((line) => `# ${line}\n`).join('')
  return { name: `${name}.yaml`, text: `${lines}${writeYaml(content)}` }
}
