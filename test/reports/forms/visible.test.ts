/** No sign that is not seen acts in any form of a report, nor in a terminal. */
import { expect, test, vi } from 'vitest'
import { print, printMessage } from '../../../cli/console/print.ts'
import type { Report } from '../../../reports/data/report.ts'
import { reportForms } from '../../../reports/forms/all.ts'
import { screenText } from '../../../reports/forms/screen.ts'
import { buildManifest } from '../../../reports/stored/manifest.ts'
import { ansiStyle } from '../../../reports/text/style.ts'
import { terminalText } from '../../../reports/text/terminal.ts'
import { visibleText } from '../../../reports/words/visible.ts'
import { wholeReport } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'

const unseen = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
/** Clears the screen, turns the direction of writing, goes back to the start of the line, begins a sequence in C1, deletes. */
const hostile = 'a\u001B[2Jb\u202Ec\u2066d\re\u009B31mf\u007Fg'

test('each is shown by its number, and what can be seen stays', () => {
  expect(visibleText(hostile)).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{2066}d\\u{d}e\\u{9b}31mf\\u{7f}g')
  const seen = 'Ünïcode\u00a0\u200d\u05d0 line\n\ttab “quotes” 漢字 😀'
  expect(visibleText(seen)).toBe(seen)
})

function hostileReport(): Report {
  const report = wholeReport(sampleReport())
  const scenarios = report.scenarios.map((scenario) => ({
    ...scenario,
    title: `${scenario.title} ${hostile}`,
    question: hostile,
    note: hostile,
  }))
  return { ...report, scenarios, name: hostile, caveats: [hostile, ...report.caveats], reproduce: `run '${hostile}'` }
}

test('in the page, the brief, the notes, the pictures and the citation', () => {
  const report = hostileReport()
  const origins = {
    started: 0,
    command: [hostile],
    scenarioHashes: ['a', 'b'],
    dataHashes: [],
    blockSize: 1,
    blocks: 1,
  }
  const forms = reportForms(report, buildManifest(report, origins), [])
  const shown = forms.filter(({ name }) => !name.endsWith('.csv'))
  expect(shown.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['report.html', 'brief.md', 'charts/output.svg']),
  )
  expect(shown.filter(({ text }) => unseen.test(text)).map(({ name }) => name)).toEqual([])
  for (const name of ['report.html', 'brief.html', 'brief.md', 'CITATION.cff'])
    expect(forms.find((form) => form.name === name)?.text, name).toContain('u{202e}')
})

test('in the terminal, where bold is the only thing that is left', () => {
  const written: string[] = []
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written.push(String(text))
      return true
    }),
  )
  const style = ansiStyle(80)
  for (const text of [terminalText(hostileReport(), style), screenText(hostileReport(), style)]) print(text)
  printMessage(hostile)
  spies.forEach((spy) => spy.mockRestore())
  const all = written.join('')
  expect(all).toContain(style.bold('Before you read the numbers'))
  expect(all.replaceAll(style.bold('|').split('|')[0], '').replaceAll(style.bold('|').split('|')[1], '')).not.toMatch(
    unseen,
  )
})
