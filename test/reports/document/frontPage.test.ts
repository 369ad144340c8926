/** The front page of a report: which plants, who pays, which option is best, and from whose side. */
import fc from 'fast-check'
import { describe, test, expect } from 'vitest'
import { comparePairs, probability } from '../../../engine/analysis/paired.ts'
import type { Report } from '../../../reports/data/report.ts'
import { buildDocument } from '../../../reports/document/build.ts'
import { tablesOf } from '../../../reports/document/document.ts'
import { fatesOf } from '../../../reports/document/fates.ts'
import { briefMarkdown } from '../../../reports/forms/brief.ts'
import { sampleParts } from '../sampleParts.ts'
import { sampleReport } from '../sampleReport.ts'
import { reportOf } from '../sampleStudies.ts'

/** The sample with counts of its first plant: replicates in which the option cuts, raises or closes it, of 39. */
function withPlant(counts: { readonly cut: number; readonly raised: number; readonly closed: number }): Report {
  const report = sampleReport()
  const [{ plant, n }] = report.plants
  const share = (count: number): ReturnType<typeof probability> => probability(count, n)
  return {
    ...report,
    plants: report.plants.map((row) =>
      row.plant !== plant
        ? row
        : row.scenario === 'base'
          ? { ...row, active: share(n), closed: share(0) }
          : {
              ...row,
              baseYearOutput: 1,
              cut: share(counts.cut),
              raised: share(counts.raised),
              closed: share(counts.closed),
            },
    ),
  }
}

describe('fates of a plant', () => {
  test('are exclusive, add up to one, and the one that is told is the most likely', () => {
    const counts = fc
      .tuple(fc.nat(39), fc.nat(39), fc.nat(39))
      .map(([a, b, c]) => [a, b, c].toSorted((x, y) => x - y))
      .map(([closed, cut, rest]) => ({ closed, cut, raised: rest - cut }))
    fc.assert(
      fc.property(counts, (given) => {
        const [{ shares, share, fate }] = fatesOf(withPlant(given), 'option')
        const all = Object.values(shares)
        expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
        expect(share).toBe(Math.max(...all))
        expect(shares[fate]).toBe(share)
      }),
    )
  })

  test('a plant that builds more in 19% of runs most likely changes little; one closed in 17% builds less in the other 83%', () => {
    expect(fatesOf(withPlant({ cut: 0, raised: 7, closed: 0 }), 'option')[0].fate).toBe('steady')
    const [{ shares, fate }] = fatesOf(withPlant({ cut: 39, raised: 0, closed: 7 }), 'option')
    expect(fate).toBe('shrinks')
    expect(shares.closes).toBeCloseTo(7 / 39, 12)
    expect(shares.shrinks).toBeCloseTo(32 / 39, 12)
  })
})

describe('a change of negative levels', () => {
  test('has the sign of the change: from -34,460 to -33,790 is a rise, and better where more is better', () => {
    const status = new Uint8Array(2)
    const pair = comparePairs(
      { values: Float64Array.of(-34_460, -34_460), status },
      { values: Float64Array.of(-33_790, -33_790), status },
      'up',
      new Float64Array(4),
    )
    expect(pair.relative).toBeCloseTo(670 / 34_460, 12)
    expect(pair.better?.value).toBe(1)
  })
})

describe('the front page', () => {
  const report = sampleReport()
  const document = buildDocument(report)
  const text = document.answers.map(({ text, more }) => `${text} ${more}`).join(' ')

  test('names plants and says who pays, with the figures of the table of gains', () => {
    expect(text).toMatch(
      /Most likely to (close|build less|build more|open): \S+.* \(\d+% of runs\)|No plant is likelier/,
    )
    expect(text).toMatch(/In the United States .*consumers/)
    const gains = tablesOf(document).find(({ id }) => id === 'gains')!
    const consumers = gains.groups[0].rows.find(([who]) => who.text === 'Consumers')!
    const shown = /consumers (?:lose|gain) ([\d.,]+) (million|billion) USD/.exec(text)
    if (shown === null) {
      expect(text).toMatch(/consumers.* may gain or lose/)
      expect(consumers[1].text).toBe('↕ open')
    } else {
      const value = Number(shown[1].replaceAll(',', '')) * (shown[2] === 'billion' ? 1000 : 1)
      expect(value).toBeCloseTo(Math.abs(Number(consumers[2].text.replaceAll(',', ''))), 6)
    }
  })

  test('speaks of runs and titles, never of replicates, ids or Monte Carlo error', () => {
    expect(`${text} ${document.reading} ${document.options.join(' ')}`).not.toMatch(/replicate|Monte Carlo|\bbase\b/)
    expect(document.brief?.columns.map(({ key }) => key)).not.toContain('monteCarloError')
    expect(document.brief?.columns.map(({ key }) => key)).not.toContain('regret')
  })

  test('cuts the same change alike in the sentence and in the table', () => {
    const shown = /has ([\d,]+) (?:more|fewer) assembly jobs/.exec(text)![1]
    const rows = tablesOf(document)[0].groups.flatMap((group) =>
      group.rows.map((row) => row[4].text.replace(/^[+-]/, '')),
    )
    expect(rows).toContain(shown)
  })

  test('has a table of several options first, then a sentence each by title', () => {
    const several = buildDocument(reportOf(3))
    const brief = briefMarkdown(several)
    expect(brief.indexOf('| Option |')).toBeLessThan(brief.indexOf('A, Rules as they might be, step 1: '))
    expect(several.answers).toHaveLength(4)
  })

  test('says of options that no run can tell apart that they cannot be told apart', () => {
    const two = reportOf(2)
    const rows = two.comparisons.filter(({ scenario }) => scenario === 'option-1')
    const same = { ...two, comparisons: [...rows, ...rows.map((row) => ({ ...row, scenario: 'option-2' }))] }
    const verdict = buildDocument(same).chosen
    expect(verdict.join(' ')).toMatch(/A and B cannot be told apart|: the baseline .* is the best on average/)
    expect(verdict.join(' ')).not.toMatch(/: [AB] is the best/)
  })

  test('of many options tells the range of every outcome with the option at either end, and which rows are shown', () => {
    const many = buildDocument(reportOf(27))
    expect(many.answers[0].text).toMatch(/over all 27 options/)
    expect(many.answers[1].text).toMatch(/: from .* \(\d+, .*\) to .* \(\d+, .*\)\.$/)
    expect(many.brief?.caption).toMatch(/shows 10 of 27 options/)
    const labels = many.brief!.groups[0].rows.map(([option]) => option.text)
    expect(new Set(labels).size).toBe(10)
    expect(labels.join('')).not.toContain('…')
  })

  test('is told from any country’s side', () => {
    const mexico = buildDocument({ ...report, view: 'MX' })
    expect(mexico.answers[0].text).toMatch(
      /^By 2027, against “Rules as they are”, Mexico builds .*Canada .*United States/,
    )
    expect(mexico.answers[0].more).toMatch(/^Mexico has [\d,]+ (more|fewer) assembly jobs/)
    expect(mexico.answers[0].more).toMatch(/In Mexico /)
    const several = buildDocument({ ...reportOf(3), view: 'MX' })
    expect(several.chosen.join(' ')).toContain('Welfare, Mexico:')
    expect(several.chosen.join(' ')).not.toContain('Welfare, United States:')
    expect(several.brief?.columns.map(({ key }) => key)).toContain('welfare.MX')
  })
})

/** All that stands as the answer. */
function answers(report: Report): string {
  return buildDocument(report)
    .answers.flatMap(({ text, more }) => [text, more])
    .join('\n')
}

describe('what a reader of the front page is not to take for something else', () => {
  test('jobs are those of plants and of makers of parts, which may go the other way', () => {
    const report = sampleReport()
    const [row] = report.comparisons.filter(({ outcome }) => outcome.id === 'output.US')
    const jobs = (family: string, mean: number): Report['comparisons'][number] => ({
      ...row,
      outcome: { ...row.outcome, id: `${family}.US`, family },
      paired: { ...row.paired, same: 0, difference: { ...row.paired.difference, mean, low: mean, high: mean } },
    })
    const kept = report.comparisons.filter(({ outcome }) => !/Jobs/.test(outcome.id))
    const year = report.years[report.years.length - 1]
    const both = [jobs('assemblyJobs', -2500), jobs('partsJobs', 14000)].map((one) => ({ ...one, year }))
    const text = answers({ ...report, comparisons: [...kept, ...both] })
    expect(text).toMatch(/The United States has [\d,]+ fewer assembly jobs \([^)]*\) and [\d,]+ more parts jobs \(/)
  })

  test('a note on the baseline stands before all else, with titles, and the whole of it with the caveats', () => {
    const note = 'option is a change to base and compared with other here, so that it holds more. Left out is much.'
    const report = { ...sampleReport(), notes: [note], caveats: [note, ...sampleReport().caveats] }
    const { warnings, caveats } = buildDocument(report)
    const titles = report.scenarios.map(({ title }) => `“${title}”`)
    expect(warnings.at(-1)).toBe(
      `${titles[1]} is a change to ${titles[0]} and compared with other here, so that it holds more.`,
    )
    expect(caveats[0]).toBe(note)
  })

  test('options that are the same in every run are not said to need more runs', () => {
    const report = reportOf(2)
    const same = { mean: 0, low: 0, high: 0, standardError: 0 }
    const comparisons = report.comparisons.map((row) =>
      row.scenario === report.scenarios[1].name
        ? { ...row, paired: { ...row.paired, difference: { ...row.paired.difference, ...same } } }
        : { ...row, paired: { ...row.paired, difference: { ...row.paired.difference, mean: -1, standardError: 0.1 } } },
    )
    const { chosen } = buildDocument({ ...report, comparisons })
    const built = chosen.find((text) => text.startsWith('Vehicles built, United States'))
    expect(built).toMatch(/: the baseline \(“.*”\) and A are the same, and the best on average\.$/)
  })

  test('what is found where it fails says what failing is, and names the option by its title', () => {
    const report = sampleReport()
    const [, { title }] = report.scenarios
    const parts = sampleParts(report.scenarios[1].name)
    const text = answers({ ...report, parts })
    expect(text).toMatch(/^To fail here means: .* in \d+% of runs\. /m)
    expect(text).toContain(title)
  })
})
