/** Files and folders with names that hands, other programs and other alphabets give. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask.ts'
import type { Chance } from './chance.ts'
import { oddPieces } from './oddPieces.ts'
import { writeInputs } from './study.ts'
import { faultsOf, type Torture, type Tried } from './torture.ts'

/** What no file system takes, or is a place of its own. */
function asName(text: string): string {
  const name = text
    .replaceAll('/', '')
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '')
    .slice(0, 40)
  return /^\.*$/.test(name) ? `a${name}` : name
}

/** A sweep in a file of an odd name, in a folder of one, into another: then asked for in every way. */
export const names: Torture = {
  name: 'name',
  bounded: 3,
  open: async (home) => {
    return async (chance: Chance): Promise<Tried> => {
      const odd = (): string =>
        asName(Array.from({ length: 1 + chance.below(4) }, () => chance.one(oddPieces)).join(''))
      const [place, file, out] = [odd(), odd(), odd()]
      const folder = join(home, place)
      const what = JSON.stringify([place, file, out])
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      writeInputs(folder)
      const sweep = join(folder, `${file}.yaml`)
      copyFileSync(join(folder, 'grid.yaml'), sweep)
      const result = join(folder, out)
      const asked = [
        ['validate', sweep],
        ['sweep', sweep, '--replicates', '2', '--seed', '3', '--workers', '1', '--out', result],
        ['status', result],
        ['export', result, '--to', join(folder, `${file}.csv`)],
        ['verify', result, '--blocks', '0'],
        ['report', result],
      ]
      const wrong: string[] = []
      for (const words of asked) {
        const answer = await ask(folder, words)
        wrong.push(...faultsOf(answer))
        if (answer.code !== 0) wrong.push(`${words[0]}: exit code ${answer.code}: ${answer.stderr.slice(0, 300)}`)
      }
      if (!existsSync(join(result, 'sweep.csv'))) wrong.push('has no table')
      return { what, wrong }
    }
  },
}
