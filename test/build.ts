/** Before the first test: the compiled program, which tests of commands and threads use, is made anew where a source is newer. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['engine', 'scenarios', 'studies', 'reports', 'cli', 'test/run/fixtures']

function newestSource(): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}

export function setup(): void {
  const compiled = join(root, 'dist', 'cli', 'main.js')
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= newestSource()) return
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the program cannot be compiled:\n${stdout}`)
}
