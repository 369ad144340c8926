/** Prints what comes with the program: the library of scenarios, and the schema of scenario files. */
import { wrapText, tableLines } from '../../reports/words/table.ts'
import { listLibrary } from '../../scenarios/join/listing.ts'
import { scenarioJsonSchema } from '../../scenarios/file/schema.ts'
import { exitCode } from '../console/failure.ts'

/** `scenarios`: prints names, titles and questions of the library. */
export async function printLibrary(json: boolean): Promise<number> {
  const entries = listLibrary()
  const rows = entries.flatMap(({ name, title, question }) => [
    [name, title],
    ...wrapText(question, 88).map((line) => [`    ${line}`]),
  ])
  const text = tableLines(
    [
      { title: 'name', align: 'left' },
      { title: 'title', align: 'left' },
    ],
    rows,
  ).join('\n')
  process.stdout.write(json ? `${JSON.stringify(entries)}\n` : `${text}\n`)
  return exitCode.done
}

/** `schema`: prints the JSON Schema of scenario files. */
export async function printSchema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`)
  return exitCode.done
}
