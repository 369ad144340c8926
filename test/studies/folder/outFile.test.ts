import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { requireOutFile } from '../../../studies/folder/outFile.ts'

const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

test('a file that is there is replaced only by --force, and what is no file not even so', () => {
  writeFileSync(join(home, 'table.csv'), 'mine')
  mkdirSync(join(home, 'folder.csv'))
  symlinkSync('table.csv', join(home, 'link.csv'))
  const asked = (name: string, force: boolean) => () => requireOutFile('--to', join(home, name), force)
  expect(asked('new.csv', false)).not.toThrow()
  expect(asked('table.csv', false)).toThrow(/--to: .*table\.csv is there already; add --force/)
  expect(asked('table.csv', true)).not.toThrow()
  for (const force of [false, true]) {
    expect(asked('folder.csv', force)).toThrow(/folder\.csv is a folder; name another/)
    expect(asked('link.csv', force)).toThrow(/link\.csv is a link; name the file to which it leads/)
    expect(asked('nowhere/new.csv', force)).toThrow(/there is no folder .*nowhere; make it first/)
  }
})

test.skipIf(process.platform === 'win32')('a pipe is not replaced by a file', () => {
  spawnSync('mkfifo', [join(home, 'pipe.csv')])
  expect(() => requireOutFile('--to', join(home, 'pipe.csv'), true)).toThrow(/pipe\.csv is no ordinary file/)
})
