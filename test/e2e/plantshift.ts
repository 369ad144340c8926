/** Runs the compiled program as a user would, in a folder of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'cli', 'main.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder that `remove` takes away again. */
export function freshFolder(): { readonly path: string; readonly remove: () => void } {
  if (!existsSync(program)) throw new Error('the compiled program is missing: npm run build, which npm test does first')
  const path = mkdtempSync(join(tmpdir(), 'plantshift-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const environment = { ...process.env, NO_COLOR: '1', PLANTSHIFT_DEBUG: '' }

/** Commands that take a number of threads; a second one takes longer to start than tests have work for it. */
const threaded = ['run', 'compare', 'sweep', 'resume', 'sensitivity']

function onOneThread(words: readonly string[]): readonly string[] {
  return threaded.includes(words[0]) && !words.includes('--workers') && !words.includes('--help')
    ? [...words, '--workers', '1']
    : words
}

export function plantshift(folder: string, ...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...onOneThread(words)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: environment,
  })
  return { code: status, stdout, stderr }
}

/** Starts it and does not wait. */
export function startPlantshift(folder: string, ...words: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: environment })
  const text = { stdout: '', stderr: '' }
  child.stdout.on('data', (part: Buffer) => (text.stdout += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text.stderr += part.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, ...text }))
  })
  return { child, ended }
}

/** Waits until a result folder has at least `count` blocks. */
export async function waitForBlocks(folder: string, count: number = 1): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (blocksIn(folder).length >= count) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`not ${count} blocks in ${folder} after 60 s`)
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
