/** The outcomes of every replicate, read from the blocks of a result and written as one table. */
import { usageError } from '../../engine/run/errors.ts'
import { exitCode } from '../console/failure.ts'
import { existsSync, renameSync } from 'node:fs'
import { dirname, extname } from 'node:path'
import { requireResult } from '../../studies/folder/folder.ts'
import { readRunPlan } from '../../studies/plan/runPlan.ts'
import { nearestName } from '../../scenarios/file/nearest.ts'
import type { OptionValues } from '../console/command.ts'
import { textOption, flagOption } from '../console/options.ts'
import { type Wanted, storedBlocks, writeRows, writeColumns } from '../../reports/tables/replicates.ts'

const formats = ['csv', 'parquet', 'arrow', 'json'] as const
type Format = (typeof formats)[number]

/** `export`: writes the replicates of a result as one table. */
export async function exportResult(given: string, options: OptionValues): Promise<number> {
  const path = requireResult(given)
  const plan = readRunPlan(path)
  const target = textOption(options, 'to')
  if (target === undefined) throw usageError('--to: say which file to write, as in --to replicates.parquet')
  const format = formatOf(textOption(options, 'format'), target)
  if (existsSync(target) && !flagOption(options, 'force'))
    throw usageError(`${target}: is there already; add --force to replace it`)
  if (!existsSync(dirname(target))) throw usageError(`--to: there is no folder ${dirname(target)}; make it first`)
  const wanted: Wanted = {
    plan,
    years: positions('--years', textOption(options, 'years'), plan.years.map(String)),
    outcomes: positions('--outcomes', textOption(options, 'outcomes'), plan.outcomes),
    levers: (plan.levers ?? []).map(({ name }) => name),
  }
  const blocks = storedBlocks(path, plan)
  const partial = `${target}.partial`
  const rows =
    format === 'csv' || format === 'json'
      ? writeRows(partial, format, wanted, blocks)
      : await writeColumns(partial, format, wanted, blocks)
  renameSync(partial, target)
  if (!flagOption(options, 'quiet')) process.stderr.write(`${rows} rows written to ${target}\n`)
  return exitCode.done
}

function formatOf(asked: string | undefined, target: string): Format {
  const text = asked ?? extname(target).slice(1)
  const found = formats.find((format) => format === text || (format === 'json' && text === 'ndjson'))
  if (found !== undefined) return found
  const given = asked === undefined ? `--to: the ending of ${target}` : `--format: ${JSON.stringify(asked)}`
  throw usageError(`${given} is none of ${formats.join(', ')}`)
}

function positions(option: string, asked: string | undefined, kept: readonly string[]): readonly number[] {
  if (asked === undefined) return kept.map((_, n) => n)
  return asked.split(',').map((text) => {
    const position = kept.indexOf(text.trim())
    if (position >= 0) return position
    const nearest = nearestName(text, kept)
    throw usageError(
      `${option}: ${text} is not kept in this result; ${nearest === undefined ? `there are ${kept.join(', ')}` : `did you mean ${nearest}?`}`,
    )
  })
}
