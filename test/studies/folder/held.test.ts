/** A folder that is moved, taken away or replaced while a program is at work in it, and links that lead out of one. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  discardFolder,
  finishFolder,
  openFolder,
  type ResultFolder,
  writeOptional,
  writeResult,
} from '../../../studies/folder/folder.ts'
import { logEvent } from '../../../studies/folder/log.ts'
import { resultOfFile } from '../../../studies/folder/marks.ts'
import { programName } from '../../../studies/plan/version.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function begin(name: string): ResultFolder {
  const folder = openFolder(join(home, name), false)
  writeResult(folder, 'plan.json', JSON.stringify({ program: programName }))
  return folder
}

/** Everything that writes into a folder. */
const writers: Readonly<Record<string, (folder: ResultFolder) => void>> = {
  'a table': (folder) => writeResult(folder, 'summary.csv', 'x'),
  'a chart': (folder) => writeResult(folder, 'charts/output.svg', 'x'),
  'the lack of a table': (folder) => writeOptional(folder, 'plan.json', undefined),
  'a line of the log': (folder) => logEvent(folder, 'end'),
}

describe.each(Object.entries(writers))('%s', (_, write) => {
  test('is not written where the folder was moved, and the folder does not come up again', () => {
    const folder = begin('result')
    renameSync(folder.path, join(home, 'moved'))
    expect(() => write(folder)).toThrow(
      /result: was moved, replaced or taken away .*give resume the name that it has now/,
    )
    discardFolder(folder)
    finishFolder(folder)
    expect(readdirSync(home)).toEqual(['moved'])
    expect(readdirSync(join(home, 'moved')).toSorted()).toEqual(['lock', 'plan.json'])
  })

  test('is not written into the folder of another program that has come in its place, and nothing of it goes', () => {
    const folder = begin('result')
    renameSync(folder.path, join(home, 'moved'))
    begin('result')
    const other = readFileSync(join(folder.path, 'lock'), 'utf8').replace('"since"', '"of":"another","since"')
    writeFileSync(join(folder.path, 'lock'), other)
    expect(() => write(folder)).toThrow(/was moved, replaced or taken away/)
    discardFolder(folder)
    finishFolder(folder)
    expect(readdirSync(folder.path).toSorted()).toEqual(['lock', 'plan.json'])
  })
})

describe('a link in a result', () => {
  test.each(['charts', 'tables'])('in place of %s is not followed', (name) => {
    const folder = begin('result')
    mkdirSync(join(home, 'mine'))
    writeFileSync(join(home, 'mine', 'output.svg'), 'mine')
    symlinkSync(join(home, 'mine'), join(folder.path, name))
    const file = `${name}/output.svg`
    expect(() => writeResult(folder, file, 'x')).toThrow(new RegExp(`${name}: is a link, where .* move it away`))
    expect(readFileSync(join(home, 'mine', 'output.svg'), 'utf8')).toBe('mine')
  })

  test('in place of the log is not followed', () => {
    const folder = begin('result')
    writeFileSync(join(home, 'mine.txt'), 'mine')
    symlinkSync(join(home, 'mine.txt'), join(folder.path, 'log.ndjson'))
    expect(() => logEvent(folder, 'end')).toThrow(/ELOOP/)
    expect(readFileSync(join(home, 'mine.txt'), 'utf8')).toBe('mine')
  })
})

test('a file is known as one of a result by whatever way it is named, and one beside it is not', () => {
  const path = realpathSync(begin('result').path)
  mkdirSync(join(path, 'shards', 'part-000'), { recursive: true })
  symlinkSync(path, join(home, 'link'))
  for (const name of ['plan.json', 'report.html', 'shards/part-000/block-000000.parquet']) {
    for (const folder of ['result', 'link']) expect(resultOfFile(join(home, folder, name)), name).toBe(path)
  }
  for (const name of ['mine.csv', 'shards/part-000/mine.parquet', '../plan.json', 'nowhere/plan.json']) {
    expect(resultOfFile(join(path, name)), name).toBe(undefined)
  }
  expect(existsSync(join(home, 'plan.json'))).toBe(false)
})
