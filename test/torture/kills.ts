/** Runs that are killed at any moment: taken up again, or begun again where nothing was kept, they end in the same bytes. */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Answer, ask } from './ask.ts'
import type { Chance } from './chance.ts'
import { figuresOf, makeStudy, otherFiles, requests, writeInputs } from './study.ts'
import { faultsOf, type Torture, type Tried } from './torture.ts'

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

interface Killed {
  readonly code: number | null
  readonly stderr: string
  readonly milliseconds: number
}

/** Starts the program and kills it after a time, if it has not ended. */
async function killed(folder: string, words: readonly string[], signal?: NodeJS.Signals, after = 0): Promise<Killed> {
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
  let stderr = ''
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()))
  child.stdout.resume()
  const timer = signal === undefined ? undefined : setTimeout(() => child.kill(signal), after)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  return { code, stderr, milliseconds: performance.now() - started }
}

/** What goes on: where nothing was kept there is nothing to resume, and the run is begun again. */
async function takenUp(folder: string, request: readonly string[]): Promise<Answer> {
  if (!existsSync(join(folder, 'killed', 'plan.json'))) return await ask(folder, [...request, 'killed'])
  return await ask(folder, ['resume', 'killed', '--workers', '1'])
}

/** Kills that come from the beginning of the process to a little after its end, on whatever machine. */
export const kills: Torture = {
  name: 'kill',
  bounded: 20,
  open: async (folder) => {
    writeInputs(folder)
    await makeStudy(folder, 'sweep')
    const right = figuresOf(join(folder, 'sweep'))
    const { milliseconds } = await killed(folder, [...requests.sweep, 'timed'])
    return async (chance: Chance): Promise<Tried> => {
      rmSync(join(folder, 'killed'), { recursive: true, force: true })
      const signal = chance.one(['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const)
      const share = 1.1 * chance.share()
      const request = requests.sweep
      const { code, stderr } = await killed(folder, [...request, 'killed'], signal, share * milliseconds)
      const answer = await takenUp(folder, request)
      const wrong = [...faultsOf({ code, stderr }), ...faultsOf(answer)]
      if (answer.code === 0) {
        const others = otherFiles(right, figuresOf(join(folder, 'killed')))
        if (others.length > 0) wrong.push(`other bytes in ${others.join(', ')}`)
      } else {
        wrong.push(`cannot be taken up, code ${answer.code}: ${answer.stderr.slice(0, 400)}`)
      }
      return { what: `${signal} after ${share.toFixed(2)} of the time (ended with ${code})`, wrong }
    }
  },
}
