/** Writes the outcomes of every replicate of a result to a file. */
import { usageError } from '../../engine/run/errors.ts'
import { exportReplicates } from '../../reports/write/export.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, textOption } from '../console/options.ts'
import { speaker } from '../console/say.ts'

/** Exports a result and says how many rows there are. @returns the exit code */
export async function exportResult(folder: string, options: OptionValues): Promise<number> {
  requireResult(folder)
  const to = textOption(options, 'to')
  if (to === undefined) throw usageError('--to: say which file to write, as in --to replicates.parquet')
  const rows = await exportReplicates(folder, {
    to,
    format: textOption(options, 'format'),
    years: listOption(options, 'years'),
    outcomes: listOption(options, 'outcomes'),
    parameters: listOption(options, 'parameters'),
    force: flagOption(options, 'force'),
    partial: flagOption(options, 'partial'),
    data: dataFrom(options),
    rawCsv: flagOption(options, 'rawCsv'),
  })
  speaker(options)(`${rows} rows written to ${to}`)
  return exitCode.done
}

function listOption(options: OptionValues, name: string): readonly string[] | undefined {
  return textOption(options, name)
    ?.split(',')
    .map((word) => word.trim())
}
