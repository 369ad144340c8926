/**
 * The one way charts are drawn: Observable Plot, for files and for the explorer's page, with one theme. The only file that
 * imports it. Light and dark, dashes and shapes tell things apart, so that a chart reads in greyscale.
 */
import * as Plot from '@observablehq/plot'
import { chartDocument } from './chartDocument.ts'
import { markup, trusted } from '../words/markup.ts'
import { decimalText } from '../words/numbers.ts'

export { areaY, axisFx, axisX, axisY, barX, cell, dot, line, lineY, link, ruleX, ruleY, text } from '@observablehq/plot'

export type Mark = Plot.Markish
export type ChartOptions = Plot.PlotOptions

/** Colours, all at least 4.5 to 1 on paper. */
export const ink = '#1b3a57'
export const quiet = '#5b6773'
export const paper = '#ffffff'
/** Fill of bands and of the baseline, paler than any line. */
export const pale = '#c9d6e2'

/** Widths that every chart is drawn for, pixels: a page, and a telephone or half a page. */
export const pageWidth = 760
export const narrowWidth = 340

/** A chart as SVG for a page and for a telephone. */
export interface BothWidths {
  readonly wide: string
  readonly narrow: string
}

/** @param svg draws the chart for a width, pixels */
export function inBothWidths(svg: (width: number) => string): BothWidths {
  return { wide: svg(pageWidth), narrow: svg(narrowWidth) }
}

/** Of a character of the theme, pixels, nearly. */
export const characterWidth = 7

/** Room at the left for the numbers of an axis as long as these, pixels. */
export function marginFor(values: readonly number[]): number {
  const largest = Math.max(...values.map((value) => Math.abs(value)))
  const characters = 2 + decimalText(largest, 0).length
  return Math.max(64, 18 + characterWidth * characters)
}

/** What a chart says in words, for who cannot see it. */
export interface ChartWords {
  readonly label: string
  readonly description: string
}

/** SVG text of a chart, a file of its own. */
export function draw(options: ChartOptions, { label, description }: ChartWords): string {
  const figure = plotted({ ariaLabel: label, ariaDescription: description, ...options })
  figure.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  figure.setAttribute('role', 'img')
  return asXml(withoutPartNames(figure.outerHTML))
}

/** Charts with scales of their own below each other, as one picture. */
export function drawBelow(charts: readonly (ChartOptions & { readonly width: number })[], words: ChartWords): string {
  let height = 0
  const parts = charts.map((options) => {
    const figure = plotted(options)
    const top = height
    height += Number(figure.getAttribute('height'))
    // As a group: the size of an inner picture would fall to the style sheet of the drawing library.
    const content = trusted(asXml(withoutPartNames(figure.innerHTML.replaceAll(/<style>.*?<\/style>/gs, ''))))
    return markup`<g transform="translate(0,${top})" fill="currentColor" text-anchor="middle">${content}</g>`
  })
  const [{ width }] = charts
  return markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${words.label}" aria-description="${
    words.description
  }" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" color="${
    ink
  }"><rect width="100%" height="100%" fill="${paper}"/>${parts}</svg>`.markup
}

function plotted(options: ChartOptions): ReturnType<typeof Plot.plot> {
  const style = { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: paper, color: ink }
  return Plot.plot({ document: chartDocument(), style, ...options })
}

/**
 * The drawing library names groups, as in `area`, which WCAG allows only where there is a role; the picture has one
 * name.
 */
function withoutPartNames(html: string): string {
  return html.replaceAll(/(<g\b[^>]*?) aria-label="[^"]*"/g, '$1')
}

/**
 * The drawing library writes HTML, in which an attribute may hold a bare <; a file of its own is XML, where it may
 * not.
 */
function asXml(html: string): string {
  return html.replaceAll(/="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'))
}

/** A text in lines of at most so many characters, broken between words. */
export function wrapped(text: string, longest: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Room of the label of a year with the gap to the next, pixels. */
const yearWidth = 46

/**
 * Years that an axis has room to name, of those that are kept: the last one always, the first where there are two.
 *
 * @param years ascending
 * @param width of the axis, pixels
 */
export function yearTicks(years: readonly number[], width: number): readonly number[] {
  const [first] = years
  const last = years[years.length - 1]
  const perYear = first === last ? 0 : width / (last - first)
  const isApart = (one: number, other: number): boolean => Math.abs(one - other) * perYear >= yearWidth
  const ticks = [...new Set([first, last])]
  // Steps that are the same wherever there is a choice.
  const step = [1, 2, 4, 5, 10, 20].find((size) => size * perYear >= yearWidth) ?? last - first
  for (const year of years.toReversed()) {
    const onStep = (last - year) % step === 0 || years.length <= 6
    if (onStep && ticks.every((tick) => tick === year || isApart(tick, year))) ticks.push(year)
  }
  return [...new Set(ticks)].toSorted((one, other) => one - other)
}

/** As in `+20%`. */
export function signedPercent(share: number): string {
  const percent = Math.round(100 * share)
  return `${percent > 0 ? '+' : ''}${percent}%`
}
