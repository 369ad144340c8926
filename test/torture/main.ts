/**
 * `npm run torture`: what is shipped, changed at random, damaged, killed and named oddly, in cases that a seed decides.
 *
 *     npm run torture                              ten times as many cases as CI tries, each asked everything
 *     npm run torture -- --bounded                 what CI tries
 *     npm run torture -- --seed 7 --only damage-12 that case again
 *     npm run torture -- --kind mutant --times 50  one kind, fifty times as many
 *
 * Prints each case that is not as it should be, with the line that tries it again; ends with 1 where there is one.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chanceOf } from './chance.ts'
import { damages } from './damaged.ts'
import { kills } from './kills.ts'
import { names } from './names.ts'
import type { Torture } from './torture.ts'
import { mutants } from './validating.ts'

const tortures: readonly Torture[] = [mutants, damages, kills, names]

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kind: { type: 'string' },
    times: { type: 'string', default: '10' },
    bounded: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const times = values.bounded ? 1 : Number(values.times)
const [onlyKind, onlyNumber] = (values.only ?? '').split('-')
const kind = values.kind ?? onlyKind
const chosen = tortures.filter(({ name }) => kind === '' || name === kind)
if (chosen.length === 0 || !Number.isSafeInteger(seed) || !(times > 0)) {
  console.error(`--kind and --only name one of ${tortures.map(({ name }) => name).join(', ')}, as in --only mutant-17`)
  process.exit(2)
}

/** Tries the cases of one kind. @returns how many are not as they should be */
async function tried({ name, bounded, open }: Torture, home: string): Promise<number> {
  const folder = join(home, name)
  mkdirSync(folder)
  const before = process.cpuUsage()
  const tryCase = await open(folder, !values.bounded)
  const all = Array.from({ length: Math.ceil(bounded * times) }, (_, n) => n)
  const numbers = onlyNumber === undefined ? all : [Number(onlyNumber)]
  let failed = 0
  for (const number of numbers) {
    if (values.verbose) console.log(`${name}-${number}`)
    const { what, wrong } = await tryCase(chanceOf(seed, name, number), number)
    if (values.only !== undefined) console.log(`${name}-${number}: ${what}`)
    if (wrong.length === 0) continue
    failed += 1
    console.log(`${name}-${number}: ${what}\n  ${wrong.join('\n  ')}`)
    console.log(
      `  again: npm run torture -- --seed ${seed} --only ${name}-${number}${values.bounded ? ' --bounded' : ''}`,
    )
  }
  const { user, system } = process.cpuUsage(before)
  const seconds = ((user + system) / 1e6).toFixed(0)
  console.log(
    `${name}: ${numbers.length - failed} of ${numbers.length} as they should be; ${seconds} s of the processor`,
  )
  return failed
}

console.log(`seed ${seed}`)
const home = mkdtempSync(join(tmpdir(), 'plantshift-torture-'))
let failed = 0
try {
  for (const torture of chosen) failed += await tried(torture, home)
} finally {
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
