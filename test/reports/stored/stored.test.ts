import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, describe, test, expect } from 'vitest'
import { reportJson } from '../../../reports/tables/json.ts'
import { buildManifest } from '../../../reports/stored/manifest.ts'
import type { Report } from '../../../reports/data/report.ts'
import { readStoredResult } from '../../../reports/stored/stored.ts'
import { sampleReport } from '../sampleReport.ts'
import { wholeReport } from '../sampleParts.ts'
import { aloneReport, failedReport, reportOf } from '../sampleStudies.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'plantshift-'))
})
afterEach(() => rmSync(home, { recursive: true }))

function store(report: Report, text: string = reportJson(report)): void {
  const origins = {
    started: 0,
    command: ['run', 'option'],
    scenarioHashes: report.scenarios.map(({ name }) => name),
    dataHashes: [],
    blockSize: 1,
    blocks: 1,
  }
  writeFileSync(join(home, 'manifest.json'), JSON.stringify(buildManifest(report, origins)))
  writeFileSync(join(home, 'report.json'), text)
}

/** The report as JSON keeps it, but for numbers that are none: undefined fields are gone, NaN and infinities are 'none'. */
function plain(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(report, (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'none' : value,
    ),
  )
}

describe('a stored report', () => {
  test.each([
    ['of one option', sampleReport()],
    ['of one scenario alone', aloneReport()],
    ['without a good replicate', failedReport()],
    ['with every part', wholeReport(reportOf(3))],
  ])('%s comes back to the last digit', (_, report) => {
    store(report)
    expect(plain(readStoredResult(home).report)).toEqual(plain(report))
  })
})

describe('a folder that cannot be reported', () => {
  const expectRefusal = (words: RegExp): void => {
    let caught: unknown
    try {
      readStoredResult(home)
    } catch (error) {
      caught = error
    }
    expect(caught).toMatchObject({ kind: 'file', message: expect.stringMatching(words) })
  }

  test('is told apart: not there, empty, cut off, of another program, of a later format', () => {
    expect(() => readStoredResult(join(home, 'nowhere'))).toThrow(/nowhere: there is no such folder/)
    expectRefusal(/is not a result of plantshift/)
    writeFileSync(join(home, 'plan.json'), JSON.stringify({ program: 'plantshift' }))
    expectRefusal(/has no manifest\.json, which run and compare write when they are done; resume finishes/)
    store(sampleReport(), reportJson(sampleReport()).slice(0, 5000))
    expectRefusal(/report\.json: cannot be read: it is not whole JSON/)
    store(sampleReport(), '{"program": "other"}')
    expectRefusal(/it was not written by plantshift/)
    store(sampleReport(), reportJson(sampleReport()).replace('"format":1', '"format":99'))
    expectRefusal(/its format is 99, and this version reads 1/)
  })

  test('names the field that is damaged, and what is there instead', () => {
    const damage = (from: string, to: string): void => {
      const text = reportJson(sampleReport())
      expect(text).toContain(from)
      store(sampleReport(), text.replace(from, to))
    }
    damage('"seed":7', '"seed":"seven"')
    expectRefusal(/seed: "seven" instead of a number/)
    damage('"baseYearOutput":300000', '"gone":300000')
    expectRefusal(/plants\[0\]\.baseYearOutput: nothing instead of a number/)
    damage('"outcome":"output.US"', '"outcome":"output.MARS"')
    expectRefusal(/summaries\[0\]\.outcome: "output.MARS" is not in its list/)
    damage('"good":"up"', '"good":"upwards"')
    expectRefusal(/outcomes\[0\]\.good: "upwards" instead of one of up, down, neither/)
    damage('"baseline":0', '"baseline":9')
    expectRefusal(/there is no scenario 9/)
  })
})
