/** Folders that hold what a sensitivity analysis has found, or its runs, and no run of which a report could be made. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../../engine/run/errors.ts'

/** Whether a folder holds what `sensitivity` has found, and no run. */
export function holdsFindingAlone(folder: string): boolean {
  const isThere = (name: string): boolean => existsSync(join(folder, name))
  return isThere('sensitivity.json') && !['plan.json', 'report.json', 'shards'].some(isThere)
}

/** @throws an error of kind `file` where a plan is that of a sensitivity analysis, whose replicates no report shows */
export function requireRun(folder: string, { kind }: { readonly kind: string }): void {
  if (kind === 'sensitivity') throw fileError(`${folder}: ${findingAlone}`)
}

export const findingAlone =
  'holds what sensitivity has found, whole, and no replicates of a run; give the folder of a run, comparison or sweep'
