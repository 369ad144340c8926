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

export function plantshift(folder: string, ...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
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

/** Waits until a block of an unfinished run is on disk. */
export async function waitForBlock(folder: string): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const working = existsSync(folder) ? readdirSync(folder).find((name) => name.includes('.partial-')) : undefined
    const shards = working === undefined ? '' : join(folder, working, 'shards')
    if (existsSync(shards) && readdirSync(shards).some((name) => name.endsWith('.f64'))) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no block in ${folder} after 30 s`)
}
