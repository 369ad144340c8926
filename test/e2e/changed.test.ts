/** Results in which somebody, or a disk, has changed a digit: no command takes it for what was computed. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift, rewrite, writeTwoYears, type Ended } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

beforeAll(async () => {
  writeTwoYears(folder.path, { tariffs: 'usmca-2025-tariffs' })
  const { code, stderr } = await asked('run tariffs.yaml --replicates 40 --out whole')
  expect(code, stderr).toBe(0)
  const found = await asked('discover whole --outcome output.MX --below -746300 --difference')
  expect(found.code, found.stderr).toBe(0)
})

async function asked(line: string): Promise<Ended> {
  return await plantshift(folder.path, ...line.split(' '))
}

/** A copy of the result in which one digit of a file, after `before`, is another. */
function changed(file: string, before: RegExp = /"seconds":\s*|,\s*/): string {
  rmSync(join(folder.path, 'changed'), { recursive: true, force: true })
  cpSync(join(folder.path, 'whole'), join(folder.path, 'changed'), { recursive: true })
  const path = join(folder.path, 'changed', file)
  const text = readFileSync(path, 'utf8')
  const other = text.replace(
    new RegExp(`(${before.source})(\\d)`),
    (_, start, digit) => start + ((Number(digit) + 1) % 10),
  )
  expect(other).not.toBe(text)
  writeFileSync(path, other)
  return path
}

describe('a digit that is another', () => {
  test('in report.json: report refuses, and resume makes it again from the blocks', async () => {
    const path = changed('report.json', /"mean":/)
    const refused = await asked('report changed')
    expect(refused.code).toBe(74)
    expect(refused.stderr).toMatch(
      /report.json: has been changed since it was written; .*resume changed makes it again/,
    )
    expect((await asked('resume changed')).code).toBe(0)
    expect(JSON.parse(readFileSync(path, 'utf8')).summaries).toEqual(
      JSON.parse(readFileSync(join(folder.path, 'whole/report.json'), 'utf8')).summaries,
    )
    expect((await asked('report changed')).code).toBe(0)
  })

  test('in manifest.json: report refuses, status no longer takes it for finished', async () => {
    changed('manifest.json', /"workers":\s*/)
    expect(await asked('report changed')).toMatchObject({
      code: 74,
      stderr: expect.stringMatching(/manifest.json.*resume/),
    })
    expect((await asked('status changed')).stdout).toMatch(/broken off/)
    expect((await asked('verify changed --blocks 0')).stdout).toMatch(/manifest.json: is no longer what was written; /)
    expect((await asked('resume changed')).code).toBe(0)
    expect((await asked('verify changed --blocks 0')).code).toBe(0)
  })

  test('in plan.json: whatever reads replicates refuses, though it still is a plan', async () => {
    changed('plan.json', /"must|"subject":\s*/)
    for (const command of ['resume changed', 'verify changed', 'status changed', 'export changed --to e.csv']) {
      expect(await asked(command), command).toMatchObject({
        code: 74,
        stderr: expect.stringMatching(/plan.json: has been changed/),
      })
    }
  })

  test('in a finding: the report is made without it, and says which command finds it anew', async () => {
    changed('discovery.json', /"coverage":\s*|"part":[^}]*?:\s*/)
    const { code, stderr } = await asked('report changed')
    expect(code).toBe(0)
    expect(stderr).toMatch(/discovery.json: left out of the report.*has been changed.*discover/)
  })

  test.each(['summary.csv', 'plants.csv', 'scenario.resolved.yaml'])('in %s: verify finds it', async (file) => {
    changed(file, file.endsWith('yaml') ? /# |to: / : /,/)
    const { code, stdout, stderr } = await asked('verify changed --blocks 0')
    expect([1, 74]).toContain(code)
    expect(stdout + stderr).toMatch(
      file.endsWith('yaml') ? /scenario.resolved.yaml/ : new RegExp(`${file}: has been changed`),
    )
  })
})

test('a table that is gone is missed by verify', async () => {
  rmSync(changed('lines.csv', /,/))
  const { code, stdout } = await asked('verify changed --blocks 0')
  expect(code).toBe(1)
  expect(stdout).toMatch(/lines.csv: is missing.*resume changed writes it anew/)
})

test('a manifest that is gone from beside its report is missed by verify', async () => {
  changed('report.json', /"mean":/)
  rmSync(join(folder.path, 'changed/manifest.json'))
  const { code, stdout } = await asked('verify changed --blocks 0')
  expect(code).toBe(1)
  expect(stdout).toMatch(/manifest.json: is missing beside a report; .*resume changed writes it anew/)
})

test.each(['[1, 2]', '{}', '{"program":"another"}', '"plantshift"'])(
  '%s in the place of the manifest is no manifest',
  async (text) => {
    changed('report.json', /"seconds":/)
    writeFileSync(join(folder.path, 'changed/manifest.json'), text)
    const { code, stdout } = await asked('verify changed --blocks 0')
    expect(code).toBe(1)
    expect(stdout).toMatch(/manifest.json: is no longer what was written; /)
  },
)

test('a report in the place of the manifest is no manifest', async () => {
  const report = changed('report.json', /"mean":/)
  cpSync(report, join(folder.path, 'changed/manifest.json'))
  const { code, stdout } = await asked('verify changed --blocks 0')
  expect(code).toBe(1)
  expect(stdout).toMatch(/manifest.json: is no longer what was written; /)
})

test('a report of another result in its place is refused', async () => {
  expect((await asked('run tariffs.yaml --replicates 40 --seed 9 --out other')).code).toBe(0)
  cpSync(join(folder.path, 'other/report.json'), changed('report.json', /"mean":/))
  expect((await asked('report changed')).code).toBe(74)
})

test('results of earlier versions, without hashes, are still read, and verify says that nothing was compared', async () => {
  changed('report.json', /"mean":/)
  rewrite(join(folder.path, 'changed/manifest.json'), { files: undefined })
  rewrite(join(folder.path, 'changed/plan.json'), {})
  expect((await asked('report changed')).code).toBe(0)
  const { code, stdout } = await asked('verify changed --blocks 1')
  expect(code).toBe(0)
  expect(stdout).toMatch(/are not compared: no manifest holds their hashes/)
})

test('other ends of lines change nothing that plan and manifest say', async () => {
  changed('summary.csv', /,/)
  for (const name of ['plan.json', 'manifest.json']) {
    const path = join(folder.path, 'changed', name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
  }
  expect((await asked('report changed')).code).toBe(0)
  expect(existsSync(join(folder.path, 'changed/report.html'))).toBe(true)
})
