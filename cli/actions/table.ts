/** Prints or writes a table of a result after the steps of the command line. */
import { usageError } from '../../engine/run/errors.ts'
import { tableKindNamed } from '../../reports/frames/readable.ts'
import { type StatedStep, verbs } from '../../reports/frames/steps.ts'
import { formatOf } from '../../reports/write/fileFormat.ts'
import {
  type FinishedTable,
  finishedTable,
  tableCsv,
  tableObjects,
  tableText,
  writeTable,
} from '../../reports/write/table.ts'
import { requireOutFile } from '../../studies/folder/outFile.ts'
import type { GivenOption, OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, textOption } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'
import { speaker } from '../console/say.ts'

/** More rows on a screen help nobody. */
const mostShown = 100

/** @returns the exit code */
export async function tableOfResult(
  folder: string,
  options: OptionValues,
  given: readonly GivenOption[],
): Promise<number> {
  const kind = tableKindNamed(textOption(options, 'of') ?? 'replicates')
  const to = textOption(options, 'to')
  const asked = textOption(options, 'format')
  const format = to !== undefined || asked !== undefined ? formatOf(asked, to ?? '') : undefined
  const force = flagOption(options, 'force')
  if (to !== undefined) requireOutFile('--to', to, force)
  else if (format === 'parquet' || format === 'arrow')
    throw usageError(`--format: ${format} is for a file; name it with --to`)
  const finished = await finishedTable(folder, kind, stepsOf(given), {
    years: textOption(options, 'years')
      ?.split(',')
      .map((year) => year.trim()),
    partial: flagOption(options, 'partial'),
    data: dataFrom(options),
  })
  const say = speaker(options)
  if (finished.partial !== undefined) say(`all of this is from ${finished.partial} only`)
  const rawCsv = flagOption(options, 'rawCsv')
  if (to !== undefined && format !== undefined) {
    await writeTable(finished, { to, format, force, rawCsv })
    say(`${finished.rows} rows written to ${to}`)
  } else if (flagOption(options, 'json')) printJson(tableObjects(finished))
  else if (format === 'csv') process.stdout.write(tableCsv(finished, rawCsv))
  else if (format === 'json') tableObjects(finished).forEach((row) => printJson(row))
  else show(finished, say)
  return exitCode.done
}

function stepsOf(given: readonly GivenOption[]): readonly StatedStep[] {
  return given.flatMap(({ name, text }) => {
    const verb = verbs.find((one) => one === name)
    return verb === undefined ? [] : [{ verb, text }]
  })
}

function show(finished: FinishedTable, say: (text: string) => void): void {
  print(tableText(finished, mostShown))
  const more = finished.rows - mostShown
  if (more > 0)
    say(`${more} more rows; --limit shows fewer, --to writes all of them to a file, --format csv prints them`)
}
