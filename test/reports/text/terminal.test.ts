import { describe, test, expect } from 'vitest'
import { terminalText } from '../../../reports/text/terminal.ts'
import { ansiStyle, plainStyle } from '../../../reports/text/style.ts'
import { sampleReport } from '../sampleReport.ts'

const text = terminalText(sampleReport(), { ...plainStyle, width: 100 })
const lines = text.split('\n')

describe('the report on a terminal', () => {
  test('fits into 100 columns', () => {
    expect(lines.filter((line) => line.length > 100)).toEqual([])
  })

  test('has caveats before the answer, and the answer before the table', () => {
    const caveat = text.indexOf('A caveat that comes first.')
    const answer = text.indexOf('In 2027, against base')
    const table = text.indexOf('Vehicles built, ')
    expect(caveat).toBeGreaterThan(0)
    expect(answer).toBeGreaterThan(caveat)
    expect(table).toBeGreaterThan(answer)
  })

  test('says which interval is which', () => {
    expect(text).toContain('5% to 95% of replicates')
    expect(text).toContain('Monte Carlo standard error')
  })

  test('leaves failed replicates out and says how many there were', () => {
    expect(text).toContain('mean of 39 replicates')
    expect(text).toContain('1 failed in at least one scenario')
  })

  test('names the plants that change, in order of the change', () => {
    expect(text).toContain('Silao')
    expect(text).toMatch(/Silao +MX +301,000 +-99,000 +4,000/)
  })

  test('gives the line that reproduces it and the seed', () => {
    expect(text).toContain('plantshift run option --replicates 40 --seed 7')
    expect(text).toContain('seed 7')
  })

  test('leaves columns out where a line is narrow, cuts no name, and explains what is left', () => {
    for (const width of [60, 80]) {
      const narrow = terminalText(sampleReport(), { ...plainStyle, width })
      expect(narrow.split('\n').filter((line) => line.length > width && !line.includes('again:'))).toEqual([])
      expect(narrow.replaceAll(/\s+/g, ' ')).toMatch(
        /Silao MX .*Oshawa, with a name .*that is far .*too long for a table/,
      )
      expect(narrow).toMatch(/Monte Carlo\s+standard error/)
    }
  })

  test('says the same without colour', () => {
    const styled = terminalText(sampleReport(), ansiStyle(100))
    expect(styled).toContain('\u001B[1m')
    expect(styled.replaceAll('\u001B[1m', '').replaceAll('\u001B[22m', '')).toBe(text)
  })
})

test('a run without comparison shows its levels', () => {
  const { scenarios, comparisons: _, ...rest } = sampleReport()
  const alone = terminalText({ ...rest, scenarios: scenarios.slice(0, 1), comparisons: [] })
  expect(alone).toContain('base in 2027')
  expect(alone).toContain('Vehicles built')
})
