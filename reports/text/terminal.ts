/**
 * The report as text for a terminal, as wide as it is: caveats, the answer, the table of the last year, how it came about, what
 * moved by name, and what failed. Nothing is said by colour alone.
 */
import { againstText } from '../data/against.ts'
import { answerOf } from './answer.ts'
import { comparisonTable, overTimeTable, levelTableLines } from './outcomeTables.ts'
import { lostWarning } from '../data/lost.ts'
import { type Report, comparisonOf } from '../data/report.ts'
import { decisionSections } from './decisionSections.ts'
import { movedPlantLines } from './moved.ts'
import { pairingText } from './precisionText.ts'
import { settlingLines } from './settling.ts'
import { wrapText } from '../words/table.ts'
import { targetLines } from './targetLines.ts'
import { type Style, plainStyle } from './style.ts'

/** The whole text, ending in a line break. */
export function terminalText(report: Report, style: Style = plainStyle): string {
  const compared = report.scenarios.filter((_, s) => s !== report.baseline)
  const sections = [
    headLines(report, style),
    ...(compared.length === 0 ? [levelLines(report, style)] : []),
    ...compared.map(({ name }) => scenarioLines(report, name, style)),
    ...targetSections(report, style),
    ...decisionSections(report.decisions ?? [], style),
    ...(report.precision ?? []).map((precision) => settlingLines(precision, style)),
    footLines(report, style.width),
  ]
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function targetSections(report: Report, style: Style): readonly (readonly string[])[] {
  const lines = targetLines(report, new Map(report.scenarios.map(({ name }) => [name, name])), style)
  return lines.length === 0 ? [] : [lines.slice(0, -1)]
}

function headLines(report: Report, style: Style): readonly string[] {
  const { width } = style
  const baseline = report.scenarios[report.baseline]
  const titles = report.scenarios.map(
    ({ name, title }, s) => `${s === report.baseline ? 'baseline' : 'scenario'} ${name}: ${title}`,
  )
  const question = report.scenarios.find(({ question }, s) => s !== report.baseline && question !== '')?.question
  return [
    ...wrapText(againstText(report), width).map((line) => style.bold(line)),
    ...titles.flatMap((title) => wrapText(title, width, '  ')),
    ...(question === undefined && baseline.question === '' ? [] : wrapText(question ?? baseline.question, width)),
    ...report.scenarios.flatMap(({ note }) => (note === '' ? [] : wrapText(note, width))),
    '',
    style.bold('Before you read the numbers'),
    ...[...lostWarning(report), ...report.caveats].flatMap((caveat) => wrapText(`- ${caveat}`, width, '  ')),
  ]
}

function scenarioLines(report: Report, scenario: string, style: Style): readonly string[] {
  const last = report.years[report.years.length - 1]
  const baseline = report.scenarios[report.baseline].name
  const { width } = style
  const table = comparisonTable(report, scenario, last, width)
  return [
    style.bold(`${scenario} against ${baseline}`),
    ...wrapText(answerOf(report, scenario), width),
    '',
    style.bold(`${last}, mean of ${report.replicates - failedPairs(report, scenario, last)} replicates`),
    ...table,
    '',
    ...wrapText(columnsNote(table[0]), width),
    ...pairingLines(report, scenario, width),
    '',
    ...wrapText('On the way there: mean difference, and as a share of the baseline', width).map((line) =>
      style.bold(line),
    ),
    ...overTimeTable(report, scenario, width),
    '',
    style.bold(`What moved by ${last}`),
    ...movedPlantLines(report, scenario, width),
  ]
}

/** How to read the columns that are there. */
function columnsNote(heading: string): string {
  const notes: readonly (readonly [string, string])[] = [
    ['low..high', '5% to 95% of replicates, from uncertain parameters and differences between lines.'],
    ['m.e.', 'Monte Carlo standard error of the mean difference, which more replicates make smaller.'],
    ['better', 'share of replicates in which the outcome moves the way that is usually wanted.'],
  ]
  const shown = notes.filter(([title]) => heading.includes(title))
  const cut = heading.includes('m.e.')
    ? []
    : ['Digits are cut to the Monte Carlo standard error, which compare.csv has.']
  return [...shown.map(([title, text]) => `${title}: ${text}`), ...cut].join(' ')
}

function pairingLines({ pairing }: Report, scenario: string, width: number): readonly string[] {
  const text = pairingText((pairing ?? []).filter((row) => row.scenario === scenario))
  return text === '' ? [] : wrapText(text, width)
}

function failedPairs(report: Report, scenario: string, year: number): number {
  return comparisonOf(report, scenario, 'output.US', year)?.paired.difference.failed ?? 0
}

/** A run with nothing to compare: levels of the last year. */
function levelLines(report: Report, style: Style): readonly string[] {
  const last = report.years[report.years.length - 1]
  return [style.bold(`${report.scenarios[0].name} in ${last}`), ...levelTableLines(report, last, style.width)]
}

/** Of a design whose replicates depend on each other: how many groups the errors come from. */
function groupLines({ sampling, summaries }: Report, width: number): readonly string[] {
  const groups = summaries[0]?.summary.groups
  if (groups === undefined) return []
  const errors = `m.e. of outcomes from the differences between ${groups} independent groups`
  return wrapText(`Parameters drawn as ${sampling}; ${errors}.`, width)
}

/** How many replicates are done and failed, how errors were had where replicates hang together, and the line that repeats it. */
export function footLines(report: Report, width: number): readonly string[] {
  const failed = report.replicates - report.goodReplicates
  const enough = report.precision?.every(({ state }) => state.verdict === 'reached') === true
  const done = enough
    ? `${report.replicates} replicates done`
    : `${report.replicates} of ${report.replicatesAsked} replicates done`
  return [
    ...wrapText(
      `${done}, ${failed === 0 ? 'none failed' : `${failed} failed in at least one scenario`}; seed ${report.seed}.`,
      width,
    ),
    ...groupLines(report, width),
    `The same numbers again: ${report.reproduce}`,
  ]
}
