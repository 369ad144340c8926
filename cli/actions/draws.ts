/** `draws.parquet`: what the replicates of each part drew. */
import { drawsParquet } from '../../reports/draws.ts'
import { writeResult } from '../../reports/folder.ts'
import { partDraws } from '../../reports/studies/results.ts'
import type { Finished } from './finished.ts'

/** Writes the draws of the parts that were begun. */
export function writeDraws(done: Finished): void {
  const bytes = drawsParquet(done.results.map((_, part) => partDraws(done, part)))
  if (bytes === undefined) done.say('draws.parquet is not written: so many draws would not fit into memory.')
  else writeResult(done.folder, 'draws.parquet', bytes)
}
