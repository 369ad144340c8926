import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeFolders } from '../../engine/run/makeFolders.ts'
import { writeWhole } from '../../engine/run/wholeFile.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('a file that is whole when it is there', () => {
  test('takes the place of what a killed program left, and leaves nothing beside it', () => {
    writeFileSync(join(home, 'table.csv.partial'), 'half')
    writeWhole(join(home, 'table.csv'), ['who', 'le'])
    expect(readFileSync(join(home, 'table.csv'), 'utf8')).toBe('whole')
    expect(readdirSync(home)).toEqual(['table.csv'])
  })

  test('is never written through a link that somebody put in its way', () => {
    writeFileSync(join(home, 'mine.txt'), 'mine')
    for (const name of ['table.csv', 'table.csv.partial']) symlinkSync('mine.txt', join(home, name))
    writeWhole(join(home, 'table.csv'), 'whole')
    expect(readFileSync(join(home, 'mine.txt'), 'utf8')).toBe('mine')
    expect(readFileSync(join(home, 'table.csv'), 'utf8')).toBe('whole')
  })
})

describe('folders', () => {
  test('are made with those above them, and once', () => {
    makeFolders(join(home, 'a', 'b'))
    makeFolders(join(home, 'a', 'b'))
    expect(readdirSync(join(home, 'a'))).toEqual(['b'])
  })

  test('are refused below a file, at a link to nothing, and where the system makes none', () => {
    writeFileSync(join(home, 'file'), '')
    expect(() => makeFolders(join(home, 'file', 'a'))).toThrow(/ENOTDIR/)
    symlinkSync('nothing', join(home, 'link'))
    expect(() => makeFolders(join(home, 'link'))).toThrow(/link: is a link to something that is not there/)
    expect(existsSync(join(home, 'nothing'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('are refused in a folder that was taken away', () => {
    const here = process.cwd()
    process.chdir(home)
    try {
      rmdirSync(home)
      expect(() => makeFolders('a')).toThrow(/a: no folder can be made in \./)
    } finally {
      process.chdir(here)
    }
  })
})
