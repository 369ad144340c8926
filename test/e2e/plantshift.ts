/**
 * The compiled program as a user meets it, in a folder of its own: asked in this process, which is how nearly every test
 * does it, or started as a process, where a test is about starting, signals or being killed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'

export { writeTwoYears } from './shortScenarios.ts'

const compiled = new URL('../../dist/cli/', import.meta.url)
const program = fileURLToPath(new URL('main.js', compiled))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder that `remove` takes away again. */
export function freshFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'plantshift-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Commands that take a number of threads; a second one takes longer to start than tests have work for it. */
const threaded = ['run', 'compare', 'sweep', 'resume', 'sensitivity', 'doctor']

function onOneThread(words: readonly string[]): readonly string[] {
  const isThreaded = threaded.includes(words[0]) || (words[0] === 'optimise' && words[1]?.endsWith('.yaml'))
  return isThreaded && !words.includes('--workers') && !words.includes('--help') ? [...words, '--workers', '1'] : words
}

/** Asks the program in this process, which for that time stands in `folder` and says nothing aloud. */
export async function plantshift(folder: string, ...words: string[]): Promise<Ended> {
  const { runProgram } = (await import(new URL('program.js', compiled).href)) as typeof import('../../cli/program.ts')
  const text = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((part) => {
      text[name] += typeof part === 'string' ? part : new TextDecoder().decode(part)
      return true
    }),
  )
  const { argv } = process
  const here = process.cwd()
  const said = onOneThread(words)
  process.argv = [process.execPath, program, ...said]
  process.chdir(folder)
  try {
    return { code: await runProgram(said), ...text }
  } finally {
    process.chdir(here)
    process.argv = argv
    spies.forEach((spy) => spy.mockRestore())
  }
}

/** What a process has in its environment: that of the tests, as it is then. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', PLANTSHIFT_DEBUG: '' }
}

/** Starts it as a process, and waits until it ends. */
export function startedPlantshift(folder: string, ...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...onOneThread(words)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: environment(),
  })
  return { code: status, stdout, stderr }
}

/** A process that was started and is not waited for. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

export function startPlantshift(folder: string, ...words: string[]): Started {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: environment() })
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (part: Buffer) => (text.stdout += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text.stderr += part.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, ...text }))
  })
  return { child, ended }
}

/** Waits, however long it takes, until a result folder has at least `count` blocks or the process has ended. */
export async function waitForBlocks({ child }: Started, folder: string, count: number = 1): Promise<void> {
  while (blocksIn(folder).length < count && child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/**
 * Starts commands one after the other, each to be killed when one block more is there than the one before has left.
 * Where this process is too slow to kill them in time, they are begun anew.
 *
 * @param commands that work in `folder/name`: the first makes it, the others go on with it
 * @param delay milliseconds between the block and the kill
 */
export async function breakOff(
  folder: string,
  name: string,
  commands: readonly (readonly string[])[],
  delay: () => number = () => 0,
): Promise<void> {
  const path = join(folder, name)
  for (;;) {
    rmSync(path, { recursive: true, force: true })
    for (const words of commands) {
      const started = startPlantshift(folder, ...words)
      await waitForBlocks(started, path, blocksIn(path).length + 1)
      await new Promise((resolve) => setTimeout(resolve, delay()))
      started.child.kill('SIGKILL')
      await started.ended
    }
    if (blocksIn(path).length > 0 && !existsSync(join(path, 'manifest.json'))) return
  }
}

/** Paths of the shards in a result folder, inside it. */
export function blocksIn(folder: string): readonly string[] {
  if (!existsSync(join(folder, 'shards'))) return []
  const names = readdirSync(join(folder, 'shards'), { recursive: true }) as string[]
  return names
    .filter((name) => name.endsWith('.parquet'))
    .map((name) => join('shards', name))
    .toSorted()
}

/** Gives fields of a plan or manifest other values, as an earlier version would have written it: without a seal. */
export function rewrite(path: string, fields: object): void {
  const { seal: _, ...said } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, `${JSON.stringify({ ...said, ...fields }, null, 1)}\n`)
}
