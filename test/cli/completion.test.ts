/**
 * Completion by the key TAB, asked of the shells themselves: bash and fish for words, zsh for its syntax (its completion needs a
 * terminal). A shell that is not there is left out, but not where CI requires it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bashScript } from '../../cli/actions/completion/bash.ts'
import { fishScript } from '../../cli/actions/completion/fish.ts'
import { completed } from '../../cli/actions/completion/words.ts'
import { zshScript } from '../../cli/actions/completion/zsh.ts'
import { commands } from '../../cli/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(folder, { recursive: true }))

const words = completed(commands)
const scripts = {
  bash: bashScript(words, 'of a test'),
  zsh: zshScript(words, 'of a test'),
  fish: fishScript(words, ''),
}

beforeAll(() => {
  for (const [shell, script] of Object.entries(scripts)) writeFileSync(join(folder, `completion.${shell}`), script)
  writeFileSync(join(folder, 'duty.yaml'), '')
  mkdirSync(join(folder, 'data-of-mine'))
})

type Shell = keyof typeof scripts

function isThere(shell: Shell): boolean {
  return spawnSync(shell, ['--version']).status === 0
}

const isRequired = process.env['PLANTSHIFT_REQUIRE_LANGUAGES'] === '1'

/** In a shell of its own, in the folder. */
function said(shell: Shell, ...given: string[]): string {
  const { stdout, stderr, status } = spawnSync(shell, given, { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

/** What bash has in its variables when TAB is pressed behind a line: it takes words apart at = and @. */
function asReadline(line: string): readonly string[] {
  const parts = line.split(/(?<=\s)(?=\S)|\s+$|\s+|(?<=[=@])|(?=[=@])/).filter((part) => part !== '')
  const cut = [...parts, ...(/\s$/.test(line) ? [''] : [])]
  const last = cut.at(-1) ?? ''
  return [line, /^[=@]$/.test(last) ? '' : last, String(cut.length - 1), ...cut]
}

const askBash = `
source completion.bash
compopt() { echo "option $*"; }
COMP_LINE="$1" COMP_POINT=\${#1} now="$2" COMP_CWORD="$3"
shift 3
COMP_WORDS=("$@")
_plantshift plantshift "$now"
printf '%s\\n' "\${COMPREPLY[@]}"
`

const ask: Readonly<Record<'bash' | 'fish', (line: string) => readonly string[]>> = {
  bash: (line) =>
    said('bash', '-c', askBash, 'bash', ...asReadline(line))
      .trimEnd()
      .split('\n'),
  fish: (line) =>
    said('fish', '--no-config', '-c', 'source completion.fish; complete -C $argv[1]', line)
      .trimEnd()
      .split('\n')
      .map((said_) => said_.split('\t')[0]),
}

describe.each(['bash', 'fish'] as const)('%s', (shell) => {
  const here = isThere(shell)
  if (!here && !isRequired) console.warn(`NOT TRIED: there is no ${shell} on this machine`)

  test.skipIf(!here && !isRequired).each([
    ['commands', 'plantshift ru', ['run']],
    ['scenarios', 'plantshift run usmca-2025', ['usmca-2025-tariffs']],
    ['scenarios and files', 'plantshift compare base du', ['duty.yaml']],
    ['scenarios of an option', 'plantshift run base --baseline path-', ['path-2026']],
    ['options of the command alone', 'plantshift explore --po', ['--port']],
    ['words of which there are few', 'plantshift run base --view ', ['CA', 'MX', 'US']],
    ['the first argument', 'plantshift data c', ['check', 'copy']],
    ['folders where a folder is wanted', 'plantshift run base --data ', ['data-of-mine']],
    ['parameters', 'plantshift run base --set ownEl', ['ownElasticity=']],
    ['nothing where a number is wanted', 'plantshift run base --seed ', ['']],
  ])('completes %s: %s', (_, line, wanted) => {
    const offered = ask[shell](line).filter((word) => !word.startsWith('option '))
    expect(offered.map((word) => word.replace(/\/$/, '')).toSorted()).toEqual(wanted)
  })
})

describe('bash', () => {
  test('gives what stands behind the last =, and no space behind a lever of numbers', () => {
    expect(ask.bash('plantshift run base --set us-tariff-mex')).toEqual(['option -o nospace', 'us-tariff-mexico='])
    expect(ask.bash('plantshift run base --form demand=n')).toEqual(['nestedLogit'])
    expect(ask.bash('plantshift run base --view=M')).toEqual(['MX'])
    expect(ask.bash('plantshift sensitivity base --outcome=tariffBill.G')).toEqual([
      String.raw`tariffBill.General\ Motors`,
    ])
  })

  test('runs nothing of what is typed', () => {
    expect(ask.bash('plantshift run $(touch${IFS}made)')).toEqual(['option -o filenames'])
    expect(said('bash', '-c', 'ls')).not.toContain('made')
  })
})

test.skipIf(!isThere('zsh') && !isRequired)('the script for zsh is right in its syntax', () => {
  expect(said('zsh', '-n', 'completion.zsh')).toBe('')
})
