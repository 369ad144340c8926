import { parseAllDocuments } from 'yaml'
import { describe, test, expect } from 'vitest'
import { buildManifest } from '../../../reports/stored/manifest.ts'
import { reportForms } from '../../../reports/forms/all.ts'
import { markup, trusted } from '../../../reports/words/markup.ts'
import type { Report } from '../../../reports/data/report.ts'
import { sampleReport } from '../sampleReport.ts'
import { wholeReport } from '../sampleParts.ts'
import { reportOf } from '../sampleStudies.ts'

const attack = '</title><img src=x onerror=alert(1)> "quoted" & | `code` [link](http://x)'

function formsOf(report: Report): ReadonlyMap<string, string> {
  const origins = {
    started: 0,
    command: ['run', 'option'],
    scenarioHashes: report.scenarios.map(() => 'ab'),
    dataHashes: [],
    blockSize: 1,
    blocks: 1,
  }
  const files = [{ name: 'summary.csv', bytes: 1234, sha256: 'cd' }]
  return new Map(
    reportForms(report, { ...buildManifest(report, origins), peakMemoryBytes: 2e8 }, files).map(({ name, text }) => [
      name,
      text,
    ]),
  )
}

describe('a template', () => {
  test('escapes texts, joins lists, and takes markup as it is', () => {
    expect(markup`<p title="${'"'}">${['<', markup`<b>${'&'}</b>`, 3, undefined]}${trusted('<i>')}</p>`.markup).toBe(
      '<p title="&quot;">&lt;<b>&amp;</b>3<i></p>',
    )
  })
})

describe('the forms of a report', () => {
  const forms = formsOf(wholeReport(sampleReport()))

  test('are all there, charts and tables on their own', () => {
    for (const name of [
      'report.html',
      'brief.html',
      'brief.md',
      'REPRODUCE.md',
      'CITATION.cff',
      'charts/output.svg',
      'charts/map-A.svg',
      'charts/flows.svg',
      'charts/gains.svg',
      'charts/drivers.svg',
      'charts/sweep-1.svg',
      'tables/decision.csv',
      'charts/settling.svg',
      'tables/output.csv',
      'tables/precision-asked.csv',
      'tables/failing-1.csv',
    ]) {
      expect([...forms.keys()]).toContain(name)
    }
  })

  test('are the same, to the byte, when made twice', () => {
    expect(formsOf(wholeReport(sampleReport())).get('report.html')).toBe(forms.get('report.html'))
  })

  test('need nothing from outside', () => {
    for (const name of ['report.html', 'brief.html']) {
      expect(forms.get(name)).not.toMatch(/(?:src|href)="(?!#|data:)/)
      expect(forms.get(name)?.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//)
    }
  })

  test('give the tables of the page as the files beside it hold them', () => {
    const links = [
      ...(forms.get('report.html') ?? '').matchAll(/download="([^"]+)" href="data:text\/csv;base64,([^"]*)"/g),
    ]
    expect(links.length).toBeGreaterThan(10)
    for (const [, name, content] of links)
      expect(Buffer.from(content, 'base64').toString('utf8')).toBe(forms.get(`tables/${name}`))
  })

  test('keep texts of scenarios as texts', () => {
    const report = sampleReport()
    const scenarios = report.scenarios.map((scenario) => ({
      ...scenario,
      title: attack,
      question: attack,
      note: attack,
    }))
    const hostile = formsOf({ ...report, scenarios, caveats: [attack], name: attack, reproduce: attack })
    for (const name of ['report.html', 'brief.html']) {
      expect(hostile.get(name)).not.toContain('<img')
      expect(hostile.get(name)).toContain('&lt;img src=x')
    }
    expect(hostile.get('brief.md')).toContain('\\<img')
    const [citation] = parseAllDocuments(hostile.get('CITATION.cff') ?? '')
    expect(citation.errors).toEqual([])
    expect(citation.toJS()).toMatchObject({ 'cff-version': '1.2.0', title: expect.stringContaining('onerror') })
  })

  test('of five options and of 48 with every part are under 3 MB', () => {
    for (const options of [5, 48]) {
      expect(formsOf(wholeReport(reportOf(options))).get('report.html')?.length).toBeLessThan(3e6)
    }
  })

  test('say how to compute the same again: command, seed, versions, machine, files', () => {
    const text = forms.get('REPRODUCE.md') ?? ''
    for (const words of [
      'plantshift run option --replicates 40 --seed 7',
      'seed 7',
      `Node ${process.versions.node}`,
      '200 MB at most',
      'summary.csv | 1.2 kB | `cd`',
    ]) {
      expect(text).toContain(words)
    }
  })
})
