/**
 * A report's data as a document: every section in the order in which it is read, and those left out that have nothing
 * to say.
 */
import { againstText } from '../data/against.ts'
import { modelCaveats } from '../data/caveats.ts'
import { durationText } from '../words/numbers.ts'
import type { Report } from '../data/report.ts'
import { answersOf } from './answers.ts'
import { baselineWarnings } from './baselineNotes.ts'
import { choiceSection } from './choiceSection.ts'
import { curveSection } from './curveSection.ts'
import { decisionTable } from './decisionTable.ts'
import {
  type ReportDocument,
  type Section,
  paragraph,
  type Block,
  type DocumentTable,
  type Figure,
  figuresOfSection,
} from './document.ts'
import { driverSection, driverStudies } from './driverSection.ts'
import { evidenceSection } from './evidence.ts'
import { failureSection } from './failureSection.ts'
import { fanSection } from './fanSections.ts'
import { flowSection } from './flowSection.ts'
import { frontSection } from './frontSection.ts'
import { gainSection } from './gainSection.ts'
import { readingOfBrackets } from './headline.ts'
import { levelTable } from './levelTable.ts'
import { plantsInWords } from './mapChart.ts'
import { mapSection } from './mapSection.ts'
import { methodSection } from './methods.ts'
import { optionsOf, type Options } from './options.ts'
import { surfaceSection } from './surfaceSection.ts'
import { targetSection, targetsOf } from './targets.ts'
import { overviewTable } from './overviewTable.ts'
import { precisionSection, runWarnings } from './precisionSection.ts'
import { verdictTexts } from './verdict.ts'
import { lastYear } from './years.ts'
import { openAmong } from '../text/formSplit.ts'
import { formSection } from './formSection.ts'

const mostCaveats = 3

/** The whole document. A section that has nothing to say is left out. */
export function buildDocument(report: Report): ReportDocument {
  const options = optionsOf(report)
  const hasResults = report.goodReplicates > 0
  const [caveats, rest] = caveatsOf(report)
  const made: readonly (Section | undefined)[] = hasResults
    ? [
        decisionSection(report, options),
        targetSection(report, options),
        formSection(report, options),
        choiceSection(report, options),
        mapSection(report, options),
        fanSection(report, options),
        flowSection(report, options),
        gainSection(report, options),
        driverSection(report),
        failureSection(report),
        curveSection(report),
        frontSection(report),
        surfaceSection(report),
      ]
    : []
  const sections = [
    ...made,
    precisionSection(report, options),
    evidenceSection(report, rest),
    methodSection,
    reproduceSection(report),
  ].flatMap((section) => section ?? [])
  return {
    name: report.name,
    question: questionOf(report, options),
    against: againstText(report),
    unsettled: hasResults ? openAmong(report, options.all) : '',
    answers: hasResults ? answersOf(report, options) : [],
    targets: targetsOf(report, options),
    chosen: hasResults ? verdictTexts(report, options) : [],
    reading: options.all.length === 0 ? '' : readingOfBrackets,
    warnings: [...runWarnings(report), ...baselineWarnings(report)],
    caveats,
    options: optionLines(report, options),
    brief: hasResults ? briefTable(report, options) : undefined,
    briefFigure: briefFigure(report, options, sections),
    sections,
    reproduce: report.reproduce,
    foot: `${report.replicates} replicates, seed ${report.seed}, ${durationText(report.seconds)} on ${report.workers} ${report.workers === 1 ? 'thread' : 'threads'}.`,
  }
}

/** What the scenarios ask; failing that, their titles. */
function questionOf(report: Report, { all }: Options): string {
  if (report.question !== undefined && report.question !== '') return report.question
  const asked = report.scenarios.find(({ question }, s) => s !== report.baseline && question !== '')?.question
  if (all.length === 1 && asked !== undefined) return asked
  if (all.length > 1)
    return `How do ${all.length} options compare with “${report.scenarios[report.baseline].title}” by ${lastYear(report)}?`
  const { question, title } = report.scenarios[report.baseline]
  return all.length === 0 && question !== '' ? question : (all[0]?.title ?? title)
}

/** Those at the top, and the rest: what is particular to this run first. */
function caveatsOf({ caveats }: Report): readonly [readonly string[], readonly string[]] {
  const own = caveats.filter((caveat) => !modelCaveats.includes(caveat))
  const ordered = [...own, ...caveats.filter((caveat) => modelCaveats.includes(caveat))]
  return [ordered.slice(0, mostCaveats), ordered.slice(mostCaveats)]
}

function optionLines(report: Report, { all, shown }: Options): readonly string[] {
  const left = all.length - shown.length
  return [
    `Baseline: ${report.scenarios[report.baseline].title}`,
    ...shown.map(({ words }) => words),
    ...(left > 0 ? [`and ${left} more, by name in scenario.resolved.yaml`] : []),
  ]
}

function decisionSection(report: Report, options: Options): Section {
  const { all, choice } = options
  if (all.length === 0) {
    return {
      id: 'decision',
      title: 'Results',
      blocks: [{ kind: 'table', table: levelTable(report, 'all'), behind: false }],
    }
  }
  const notes = report.scenarios.flatMap(({ note }) => (note === '' ? [] : [paragraph(note)]))
  const detail: Block = { kind: 'table', table: decisionTable(report, options, 'all'), behind: all.length > 1 }
  if (all.length === 1) return { id: 'decision', title: 'The decision table', blocks: [...notes, detail] }
  const { table, left } = overviewTable(report, options)
  const rest = left === 0 ? [] : [paragraph(tableChoice(left, options))]
  const chosen = choice === '' ? [] : [paragraph(choice)]
  return {
    id: 'decision',
    title: 'The decision table',
    blocks: [...notes, { kind: 'table', table, behind: true }, ...rest, ...chosen, detail],
  }
}

function reproduceSection({ reproduce, seed, parts }: Report): Section {
  const found = [...driverStudies(parts), parts?.discovery, ...(parts?.sweep ?? []), ...(parts?.fronts ?? [])].flatMap(
    (part) => part?.reproduce ?? [],
  )
  const findings = [...new Set(found)]
  return {
    id: 'reproduce',
    title: 'How to reproduce it',
    blocks: [
      paragraph(
        `With the same version this line gives the same numbers to the last digit, on any number of threads; the ` +
          `seed is ${seed}. REPRODUCE.md in the folder of results has versions, hashes, time and memory.`,
      ),
      { kind: 'code', text: reproduce },
      ...(findings.length === 0
        ? []
        : [paragraph('And the findings:'), { kind: 'code', text: findings.join('\n') } as const]),
    ],
  }
}

function briefTable(report: Report, options: Options): DocumentTable {
  if (options.all.length === 0) return levelTable(report, 'key')
  if (options.all.length === 1) return decisionTable(report, options, 'key')
  const { table, left } = overviewTable(report, options)
  const caption = left === 0 ? table.caption : `${table.caption}. ${tableChoice(left, options)}`
  return { ...table, id: 'overview-key', caption }
}

function tableChoice(left: number, { all }: Options): string {
  return (
    `The table shows ${all.length - left} of ${all.length} options, spread over the range of its first column; all are in ` +
    'tables/overview.csv.'
  )
}

/** The map of the one option, with its plants by name; several maps have no room on a page. */
function briefFigure(report: Report, { all }: Options, sections: readonly Section[]): Figure | undefined {
  const map = sections.find(({ id }) => id === 'plants')
  if (map === undefined || all.length !== 1) return undefined
  const [figure] = figuresOfSection(map)
  return { ...figure, caption: `By number: ${plantsInWords(report, all[0].name)}.` }
}
