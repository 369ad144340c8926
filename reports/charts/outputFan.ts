/**
 * A fan chart: change of the vehicles built in each country against the baseline, year by year, as an SVG file of its own.
 *
 * The band holds 90% of replicates: uncertain parameters and differences between lines, not Monte Carlo error, which at the
 * usual numbers of replicates is thinner than the line. Bands and lines differ in more than colour: one panel a country and
 * scenario, with the country in words.
 */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Report } from '../report.ts'

const countryNames: Readonly<Record<string, string>> = { US: 'United States', CA: 'Canada', MX: 'Mexico' }
const ink = '#1b3a57'
const paper = '#ffffff'

interface FanPoint {
  readonly scenario: string
  readonly country: string
  readonly year: number
  /** Shares of the baseline's mean, as in -0.25. */
  readonly low: number
  readonly mean: number
  readonly high: number
}

function fanPoints(report: Report): readonly FanPoint[] {
  return report.comparisons.flatMap(({ scenario, outcome, year, paired }) => {
    const { baselineMean: base, difference } = paired
    if (outcome.family !== 'output' || !(base > 0)) return []
    const country = countryNames[outcome.place] ?? outcome.place
    const { low, mean, high } = difference
    return [{ scenario, country, year, low: low / base, mean: mean / base, high: high / base }]
  })
}

/** SVG text, or undefined when there is nothing to compare or no replicate was good. */
export function outputFanSvg(report: Report): string | undefined {
  const points = fanPoints(report)
  if (points.length === 0 || !points.every(({ mean }) => Number.isFinite(mean))) return undefined
  const scenarios = report.scenarios.filter((_, s) => s !== report.baseline)
  const baseline = report.scenarios[report.baseline].name
  const several = scenarios.length > 1
  // Years inside the panels, so that the labels of neighbours do not touch.
  const ticks = report.years.filter((_, t) => t % 4 === 2)
  const { document } = parseHTML('<html><body></body></html>')
  const figure = Plot.plot({
    document,
    width: 900,
    height: 90 + 260 * scenarios.length,
    marginLeft: 56,
    marginRight: several ? 180 : 24,
    marginTop: 48,
    marginBottom: 44,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: paper, color: ink },
    ariaLabel: `Change of vehicles built by country against ${baseline}`,
    ariaDescription: fanText(points),
    x: { label: null, tickFormat: (year: number) => String(year), ticks },
    y: {
      label: `Vehicles built, change against ${baseline}: mean, and 90% of replicates`,
      labelArrow: 'none',
      percent: true,
      grid: true,
      tickFormat: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
    },
    fx: { label: null, domain: Object.values(countryNames) },
    fy: { label: null, domain: scenarios.map(({ name }) => name), ...(several ? {} : { axis: null }) },
    marks: [
      Plot.areaY(points, {
        x: 'year', y1: 'low', y2: 'high', fx: 'country', fy: 'scenario', fill: ink, fillOpacity: 0.18,
      }),
      Plot.lineY(points, { x: 'year', y: 'mean', fx: 'country', fy: 'scenario', stroke: ink, strokeWidth: 2 }),
      Plot.ruleY([0], { stroke: ink, strokeDasharray: '4 3' }),
    ],
  })
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return `${asXml(figure.outerHTML)}\n`
}

/** The drawing library writes HTML, in which an attribute may hold a bare <; a file of its own is XML, where it may not. */
function asXml(html: string): string {
  return html.replaceAll(/="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'))
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`
}

/** The picture in words: the last year's means and bands. */
function fanText(points: readonly FanPoint[]): string {
  const last = Math.max(...points.map(({ year }) => year))
  return points
    .filter(({ year }) => year === last)
    .map(({ scenario, country, low, mean, high }) =>
      `${scenario}, ${country} in ${last}: ${percent(mean)}, between ${percent(low)} and ${percent(high)} in 90% of replicates`)
    .join('; ')
}
