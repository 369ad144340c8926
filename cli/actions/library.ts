/** Prints what comes with the program: the library of scenarios, and the schemas of scenario and sweep files. */
import { wrapText, tableLines } from '../../reports/words/table.ts'
import { listLibrary } from '../../scenarios/join/listing.ts'
import { scenarioJsonSchema, sweepJsonSchema } from '../../scenarios/jsonSchemas.ts'
import { oneOf } from '../../studies/plan/choice.ts'
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

/** By the kind of file. */
const schemas = { scenario: scenarioJsonSchema, sweep: sweepJsonSchema } as const

/** `schema`: prints the JSON Schema of scenario or sweep files. */
export async function printSchema(kind: string): Promise<number> {
  const schema = schemas[oneOf('schema', kind, ['scenario', 'sweep'])]()
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`)
  return exitCode.done
}
