/** docs/paths: pages that are followed to the letter with the package as others get it, in an empty folder. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { installPacked } from '../packages/installPacked.ts'
import { followed } from './follow.ts'

/** docs/paths/economist.md with what its commands print; as it is where there is no R and none is required. */
export function economistsPath(page: string, folder: string): string {
  const hasR = spawnSync('Rscript', ['-e', '1']).status === 0
  if (!hasR && process.env['PLANTSHIFT_REQUIRE_LANGUAGES'] !== '1') {
    process.stderr.write('no Rscript: docs/paths/economist.md is not followed\n')
    return page
  }
  const home = join(folder, 'packed')
  const app = join(folder, 'economist')
  mkdirSync(home)
  installPacked(home, app)
  return followed(page, app)
}
