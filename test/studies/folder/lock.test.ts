/** Who may work in a result folder. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockHolder, releaseLock, takeLock } from '../../../studies/folder/lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function writeLock(text: string): void {
  writeFileSync(join(folder, 'lock'), text)
}

/** A process that was there and is no more. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('a lock', () => {
  test('is had by one at a time, also within one process, and names who has it', () => {
    const text = takeLock(folder, false)
    expect(JSON.parse(text)).toMatchObject({ process: process.pid, host: hostname() })
    expect(lockHolder(folder)).toBe(String(process.pid))
    const again = expect(() => takeLock(folder, true))
    again.toThrow(
      new RegExp(`another plantshift \\(process ${process.pid}\\) is at work there, since 2.*try again later$`),
    )
    releaseLock(folder, text)
    expect(readdirSync(folder)).toEqual([])
    releaseLock(folder, takeLock(folder, false))
  })

  test('that another program has taken meanwhile is not given back', () => {
    const text = takeLock(folder, false)
    writeLock(`1 ${hostname()}`)
    releaseLock(folder, text)
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe(`1 ${hostname()}`)
  })

  test('of a process that is gone does not count', () => {
    writeLock(JSON.stringify({ process: endedProcess(), host: hostname(), started: 'long ago' }))
    expect(lockHolder(folder)).toBeUndefined()
    releaseLock(folder, takeLock(folder, false))
    writeLock(`${endedProcess()} ${hostname()}`)
    releaseLock(folder, takeLock(folder, false))
    expect(readdirSync(folder)).toEqual([])
  })

  test('with nothing in it, or half of it, is what was left of one', () => {
    for (const text of ['', '{"process": 12']) {
      writeLock(text)
      expect(lockHolder(folder)).toBeUndefined()
      releaseLock(folder, takeLock(folder, false))
    }
  })

  test('of another machine is broken only by who says so', () => {
    writeLock(JSON.stringify({ process: 4711, host: 'node-17', started: 'x', since: '2026-01-02T03:04:05.000Z' }))
    expect(lockHolder(folder)).toBe('4711 on node-17')
    expect(() => takeLock(folder, false)).toThrow(
      /process 4711 on node-17\) is at work there, since 2026-01-02.*if you know that it is gone, add --break-lock/,
    )
    releaseLock(folder, takeLock(folder, true))
    expect(readdirSync(folder)).toEqual([])
  })

  test('of a job on another machine is broken by a job like it, and that of somebody else there is not', () => {
    writeLock(JSON.stringify({ process: 4711, host: 'node-17', started: 'x', since: '2026-01-02T03:04:05.000Z' }))
    expect(() => takeLock(folder, { job: '12' })).toThrow(/process 4711 on node-17\) is at work there.*--break-lock/)
    writeLock(JSON.stringify({ process: 4711, host: 'node-17', started: 'x', job: '11' }))
    expect(lockHolder(folder)).toBe('4711 on node-17, job 11')
    expect(() => takeLock(folder, false)).toThrow(/process 4711 on node-17, job 11\) is at work there/)
    const text = takeLock(folder, { job: '12' })
    expect(JSON.parse(text)).toMatchObject({ process: process.pid, host: hostname(), job: '12' })
    // That it is at work here is known.
    expect(() => takeLock(folder, { job: '13' })).toThrow(/, job 12\) is at work there.*try again later$/)
    releaseLock(folder, text)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of an earlier version, which has no start of a process in it, is judged by the process alone', () => {
    writeLock(`1 ${hostname()}`)
    expect(() => takeLock(folder, false)).toThrow(/process 1\) is at work there; try again later, or/)
    releaseLock(folder, takeLock(folder, true))
  })
})

describe.runIf(process.platform === 'linux')('where the system says when a process began, a lock', () => {
  test('whose process has the number of another that is gone does not count', () => {
    writeLock(JSON.stringify({ process: process.pid, host: hostname(), started: 'another boot 17' }))
    expect(lockHolder(folder)).toBeUndefined()
    releaseLock(folder, takeLock(folder, false))
  })

  test('of a process that was killed and that nobody has asked for since does not count', async () => {
    // The shell becomes a program that never asks what has become of its child.
    const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec tail -f /dev/null'])
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', (data: Buffer) => resolve(data))))
    try {
      const isZombie = (): boolean => /\) Z/.test(readFileSync(`/proc/${child}/stat`, 'utf8'))
      while (!isZombie()) await new Promise((resolve) => setTimeout(resolve, 10))
      writeLock(`${child} ${hostname()}`)
      expect(lockHolder(folder)).toBeUndefined()
      releaseLock(folder, takeLock(folder, false))
    } finally {
      parent.kill('SIGKILL')
    }
  })
})
