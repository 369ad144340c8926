import { describe, expect, it } from 'vitest'
import { outputFanSvg } from '../../../reports/charts/outputFan.ts'
import { sampleReport } from '../sampleReport.ts'

describe('the fan chart of output', () => {
  const report = sampleReport()

  it('is one drawing with a panel for each country, which says in words what it shows', () => {
    const svg = outputFanSvg(report) ?? ''
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
    for (const words of ['United States', 'Canada', 'Mexico', '90% of replicates']) expect(svg).toContain(words)
    expect(svg).toMatch(/aria-description="[^"]+ in 2\d{3}: -?\d+%, between -?\d+% and -?\d+%/)
  })

  it('draws nothing where there is nothing to compare', () => {
    expect(outputFanSvg({ ...report, comparisons: [] })).toBeUndefined()
  })

  it('keeps a name with markup as text', () => {
    const [baseline, ...others] = report.scenarios
    const scenarios = [baseline, ...others.map((one) => ({ ...one, name: '<script>x</script>' }))]
    const comparisons = report.comparisons.map((row) => ({ ...row, scenario: '<script>x</script>' }))
    expect(outputFanSvg({ ...report, scenarios, comparisons })).not.toContain('<script>')
  })
})
