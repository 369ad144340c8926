import {
  existsSync,
  mkdtempSync,
  rmSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs'
import { tmpdir, hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, afterEach, describe, test, expect, vi } from 'vitest'
import {
  openFolder,
  writeResult,
  finishFolder,
  discardFolder,
  reopenFolder,
  requireResult,
} from '../../../studies/folder/folder.ts'
import { resultsAside } from '../../../studies/folder/place.ts'
import { programName } from '../../../studies/plan/version.ts'

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
  test('is there from the start and is whole when its manifest is', () => {
    const path = join(home, 'deep', 'result')
    const folder = openFolder(path, false)
    writeResult(folder, 'plan.json', JSON.stringify({ program: programName }))
    expect(readdirSync(path).toSorted()).toEqual(['lock', 'plan.json'])
    finishFolder(folder)
    expect(readdirSync(path)).toEqual(['plan.json'])
    expect(readdirSync(join(home, 'deep'))).toEqual(['result'])
  })

  test('that a killed program left before it had a plan is begun anew, and without its lock is somebody else’s', () => {
    const path = join(home, 'result')
    const folder = openFolder(path, false)
    const lock = readFileSync(join(path, 'lock'), 'utf8').replace(String(process.pid), '999999999')
    finishFolder(folder)
    mkdirSync(path, { recursive: true })
    for (const name of ['scenario.resolved.yaml', 'plan.json.partial']) writeFileSync(join(path, name), 'title: x')
    expect(() => openFolder(path, false)).toThrow(/holds files that are not a result/)
    writeFileSync(join(path, 'lock'), lock)
    writeOnce(path, 'new')
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('new')
  })

  test('that is discarded leaves nothing behind, and brings back what it was to replace', () => {
    const path = join(home, 'result')
    discardFolder(openFolder(path, false))
    expect(readdirSync(home)).toEqual([])
    writeOnce(path, 'old')
    const folder = openFolder(path, true)
    writeResult(folder, 'summary.csv', 'half')
    discardFolder(folder)
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('old')
    expect(readdirSync(home)).toEqual(['result'])
  })

  test('is not replaced without --force, and is replaced whole with it', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    expect(() => openFolder(path, false)).toThrow(/--force/)
    writeOnce(path, 'new', true)
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('new')
    expect(readdirSync(home)).toEqual(['result'])
  })

  test('of a run that was broken off is named as one that can be taken up again', () => {
    const path = join(home, 'result')
    const folder = openFolder(path, false)
    writeResult(folder, 'plan.json', JSON.stringify({ program: programName }))
    finishFolder(folder)
    expect(() => openFolder(path, false)).toThrow(/broken off; go on with it by resume/)
    finishFolder(reopenFolder(path))
  })

  test('in which another program is at work is left alone', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    // Process 1 is always there.
    writeFileSync(join(path, 'lock'), `1 ${hostname()}`)
    expect(() => reopenFolder(path)).toThrow(/another plantshift \(process 1\) is at work/)
    expect(() => openFolder(path, true)).toThrow(/another plantshift/)
    writeFileSync(join(path, 'lock'), `999999999 ${hostname()}`)
    finishFolder(reopenFolder(path))
  })

  test('that is to be replaced is kept until the new one is finished, whatever happens on the way', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    const plan = JSON.stringify({ program: programName })
    const begun = openFolder(path, true)
    // Killed here, the folder is empty but for its lock.
    expect(() => requireResult(path)).toThrow(
      /is not a result of plantshift; what was there before is in .*\.result\.replaced; to have it back: rm -r .*result && mv /,
    )
    writeResult(begun, 'plan.json', plan)
    finishFolder(begun)
    const [aside] = resultsAside(path)
    expect(readFileSync(join(aside, 'summary.csv'), 'utf8')).toBe('old')
    expect(readdirSync(aside)).not.toContain('lock')
    // Interrupted, a second time begun anew, and in the end finished.
    const anew = openFolder(path, true)
    writeResult(anew, 'plan.json', plan)
    writeResult(anew, 'manifest.json', JSON.stringify({ program: programName, interrupted: true }))
    finishFolder(anew)
    expect(resultsAside(path)).toHaveLength(2)
    const resumed = reopenFolder(path)
    writeResult(resumed, 'manifest.json', JSON.stringify({ program: programName, interrupted: false }))
    finishFolder(resumed)
    expect(readdirSync(home)).toEqual(['result'])
  })

  test('that is discarded takes no file and no empty folder with it that was not its own', () => {
    const path = join(home, 'mine')
    mkdirSync(path)
    const folder = openFolder(path, false)
    writeResult(folder, 'plan.json', '{}')
    discardFolder(folder)
    expect(readdirSync(path)).toEqual([])
    const second = openFolder(join(home, 'new'), false)
    writeFileSync(join(home, 'new', 'notes.txt'), 'mine')
    discardFolder(second)
    expect(readdirSync(join(home, 'new'))).toEqual(['notes.txt'])
  })

  test('with what a killed program left half written can be replaced', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    writeFileSync(join(path, 'summary.csv.partial'), 'ha')
    writeOnce(path, 'new', true)
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('new')
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

  test.each(['charts/mine.svg', 'tables/notes.csv', 'shards/part-000/figures.xlsx', 'charts/empty'])(
    'with %s inside, which this program does not write, is not replaced, and nothing of it goes',
    (name) => {
      const path = join(home, 'result')
      writeOnce(path, 'old')
      if (name === 'charts/empty') mkdirSync(join(path, name), { recursive: true })
      else {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), 'mine')
      }
      expect(() => openFolder(path, true)).toThrow(new RegExp(`also holds ${name}`))
      expect(readdirSync(home)).toEqual(['result'])
      expect(existsSync(join(path, name))).toBe(true)
    },
  )

  test('with a link in place of a folder of its own is not replaced, and what the link leads to stays', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    mkdirSync(join(home, 'mine'))
    writeFileSync(join(home, 'mine', 'output.svg'), 'mine')
    symlinkSync(join(home, 'mine'), join(path, 'charts'))
    expect(() => openFolder(path, true)).toThrow(/also holds charts/)
    expect(readFileSync(join(home, 'mine', 'output.svg'), 'utf8')).toBe('mine')
  })

  test('that was put aside keeps what somebody has put into it since', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    const folder = openFolder(path, true)
    const [aside] = resultsAside(path)
    mkdirSync(join(aside, 'tables'))
    writeFileSync(join(aside, 'tables', 'mine.txt'), 'mine')
    writeResult(folder, 'manifest.json', JSON.stringify({ program: programName }))
    finishFolder(folder)
    expect(readdirSync(aside)).toEqual(['tables'])
    expect(readdirSync(join(aside, 'tables'))).toEqual(['mine.txt'])
  })

  test('that was put aside is not replaced by one that nobody said may replace it', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    openFolder(path, true)
    rmSync(path, { recursive: true })
    expect(() => openFolder(path, false)).toThrow(
      /to be replaced is in .*\.result\.replaced; rename it to have it back/,
    )
    writeOnce(path, 'new', true)
    expect(readdirSync(home)).toEqual(['result'])
  })

  test('in which one stands is not moved away under one', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    const stand = vi.spyOn(process, 'cwd').mockReturnValue(join(path, 'shards'))
    expect(() => openFolder(path, true)).toThrow(/is the folder in which you stand, or above it/)
    stand.mockRestore()
    expect(readFileSync(join(path, 'summary.csv'), 'utf8')).toBe('old')
  })

  test('with lost replicates does not take the old result away, until they are there', () => {
    const path = join(home, 'result')
    writeOnce(path, 'old')
    const folder = openFolder(path, true)
    writeResult(folder, 'manifest.json', JSON.stringify({ program: programName, lostReplicates: 3 }))
    finishFolder(folder)
    expect(resultsAside(path)).toHaveLength(1)
    const again = reopenFolder(path)
    writeResult(again, 'manifest.json', JSON.stringify({ program: programName }))
    finishFolder(again)
    expect(readdirSync(home)).toEqual(['result'])
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
})
