/**
 * What others get: the package as `npm pack` makes it of what is built, in an empty folder. The packages that an install would fetch beside
 * it are those of this project, so that nothing is asked of a registry.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

/**
 * @param home where the packed file goes
 * @param app the empty folder, in which `npx plantshift` then is what was packed
 */
export function installPacked(home: string, app: string): Packed {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', home]
  const [packed] = JSON.parse(done('npm', words, root)) as [Packed]
  const modules = join(app, 'node_modules')
  const own = join(modules, 'plantshift')
  mkdirSync(own, { recursive: true })
  mkdirSync(join(modules, '.bin'))
  done('tar', ['xzf', join(home, packed.filename), '--strip-components=1', '-C', own], home)
  symlinkSync(join('..', 'plantshift', 'dist', 'cli', 'main.js'), join(modules, '.bin', 'plantshift'))
  // What only tests use is left out.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.') && name !== '@types') symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
  return packed
}

function done(command: string, words: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} has failed:\n${stdout}\n${stderr}`)
  return stdout
}
