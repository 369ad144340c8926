import { mkdtempSync, rmSync, existsSync, mkdirSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, test, expect } from 'vitest'
import { writeForms } from '../../../reports/write/forms.ts'
import { buildManifest } from '../../../reports/stored/manifest.ts'
import { reportForms } from '../../../reports/forms/all.ts'
import { takeLock } from '../../../studies/folder/lock.ts'
import { isOwnFile } from '../../../studies/folder/own.ts'
import { wholeReport } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'

const home = mkdtempSync(join(tmpdir(), 'plantshift-'))
afterAll(() => rmSync(home, { recursive: true }))

test('every form that a report has is known as a file of this program', () => {
  const report = sampleReport()
  const origins = { started: 0, command: ['run'], scenarioHashes: ['a', 'b'], dataHashes: [], blockSize: 1, blocks: 1 }
  for (const given of [report, wholeReport(report)]) {
    const names = reportForms(given, buildManifest(given, origins), []).map(({ name }) => name)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !isOwnFile(name))).toEqual([])
  }
})

test('forms of an earlier report that are no longer made go, and files that are no forms stay', () => {
  const report = sampleReport()
  const origins = { started: 0, command: ['run'], scenarioHashes: ['a', 'b'], dataHashes: [], blockSize: 1, blocks: 1 }
  const manifest = buildManifest(report, origins)
  const said: string[] = []
  const lock = takeLock(home, false)
  const write = (given: typeof report): void => {
    writeForms({ path: home, lock }, given, manifest, (text) => said.push(text))
  }
  write(wholeReport(report))
  expect(existsSync(join(home, 'charts/drivers.svg'))).toBe(true)
  expect(existsSync(join(home, 'tables/precision-asked.csv'))).toBe(true)
  for (const folder of ['charts', 'elsewhere']) mkdirSync(join(home, folder), { recursive: true })
  for (const name of ['charts/map-Q.svg', 'charts/fan.svg', 'charts/mine.txt', 'elsewhere/fan.svg', 'summary.csv'])
    writeFileSync(join(home, name), '')
  write(report)
  expect(readdirSync(join(home, 'charts'))).not.toContain('drivers.svg')
  expect(readdirSync(join(home, 'charts'))).not.toContain('map-Q.svg')
  expect(readdirSync(join(home, 'charts'))).toContain('output.svg')
  expect(readdirSync(join(home, 'tables'))).not.toContain('precision-asked.csv')
  for (const name of ['charts/fan.svg', 'charts/mine.txt', 'elsewhere/fan.svg', 'summary.csv'])
    expect(existsSync(join(home, name))).toBe(true)
  expect(said).toEqual([])
})
