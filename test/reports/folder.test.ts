import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { discardFolder, finishFolder, openFolder, programName, writeResult } from '../../reports/folder.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function writeOnce(path: string, text: string, force: boolean = false): void {
  const folder = openFolder(path, force)
  writeResult(folder, 'summary.csv', text)
  writeResult(folder, 'manifest.json', JSON.stringify({ program: programName }))
  finishFolder(folder)
}

describe('a result folder', () => {
  test('has its name only when it is whole', () => {
    const path = join(home, 'deep', 'result')
    const folder = openFolder(path, false)
    writeResult(folder, 'summary.csv', 'half')
    expect(existsSync(path)).toBe(false)
    finishFolder(folder)
    expect(readdirSync(path).toSorted()).toEqual(['shards', 'summary.csv'])
    expect(readdirSync(join(home, 'deep'))).toEqual(['result'])
  })

  test('that is discarded leaves nothing behind', () => {
    const folder = openFolder(join(home, 'result'), false)
    writeResult(folder, 'summary.csv', 'half')
    discardFolder(folder)
    expect(readdirSync(home)).toEqual([])
  })

  test('is not replaced without --force, and is replaced whole with it', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    expect(() => openFolder(path, false)).toThrow(/--force/)
    writeOnce(path, 'new', true)
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('new')
    expect(readdirSync(home)).toEqual(['result'])
  })

  test("never takes the place of somebody else's files, --force or not", () => {
    const path = join(home, 'thesis')
    mkdirSync(path)
    writeFileSync(join(path, 'chapter.txt'), 'years of work')
    for (const force of [false, true]) expect(() => openFolder(path, force)).toThrow(/not a result of plantshift/)
  })

  test('with a file added by hand is not replaced', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    writeFileSync(join(path, 'notes.txt'), 'mine')
    expect(() => openFolder(path, true)).toThrow(/notes\.txt/)
  })

  test('may take the place of an empty folder', () => {
    mkdirSync(join(home, 'empty'))
    writeOnce(join(home, 'empty'), 'new')
    expect(readFileSync(join(home, 'empty', 'summary.csv'), 'utf8')).toBe('new')
  })

  test('cannot have the name of a file', () => {
    writeFileSync(join(home, 'file'), '')
    expect(() => openFolder(join(home, 'file'), true)).toThrow(/is a file/)
  })

  test('keeps its results elsewhere when its name was taken in the meantime', () => {
    const path = join(home, 'result')
    const folder = openFolder(path, false)
    writeResult(folder, 'summary.csv', 'mine')
    writeOnce(join(home, 'other'), 'x')
    mkdirSync(path)
    writeFileSync(join(path, 'theirs'), '')
    expect(() => finishFolder(folder)).toThrow(folder.working)
    expect(readFileSync(join(folder.working, 'summary.csv'), 'utf8')).toBe('mine')
    expect(readdirSync(path)).toEqual(['theirs'])
  })
})
