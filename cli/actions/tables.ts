/** The files of a result folder, all but the shards, which are already there. */
import { outcomeDefinitions } from '../../engine/model/outcomes.ts'
import { programmeTallyNames } from '../../engine/model/programmeTally.ts'
import { plantMap } from '../../engine/model/plants.ts'
import { places } from '../../engine/model/sets.ts'
import { plantSumNames } from '../../engine/run/layout.ts'
import type { MonteCarloResult } from '../../engine/run/monteCarlo.ts'
import { compareCsv, failuresCsv, linesCsv, plantsCsv, programmesCsv, summaryCsv } from '../../reports/csv.ts'
import { writeResult, type ResultFolder } from '../../reports/folder.ts'
import { manifestJson } from '../../reports/manifest.ts'
import type { Report } from '../../reports/report.ts'
import type { StudyInputs } from './inputs.ts'

export async function writeTables(
  folder: ResultFolder,
  report: Report,
  inputs: StudyInputs,
  result: MonteCarloResult,
  started: number,
): Promise<void> {
  const scenarioTexts = inputs.scenarios.map((scenario) => scenario.resolved)
  writeResult(folder, 'summary.csv', summaryCsv(report))
  if (report.comparisons.length > 0) writeResult(folder, 'compare.csv', compareCsv(report))
  writeResult(folder, 'plants.csv', plantsCsv(report))
  writeResult(folder, 'lines.csv', linesCsv(report))
  writeResult(folder, 'programmes.csv', programmesCsv(report))
  if (report.failures.length > 0) writeResult(folder, 'failures.csv', failuresCsv(report))
  writeResult(folder, 'scenario.resolved.yaml', scenarioTexts.join('---\n'))
  // Imported here, since drawing takes longer to load than small runs take to compute.
  const { outputFanSvg } = await import('../../reports/charts/outputFan.ts')
  const figure = outputFanSvg(report)
  if (figure !== undefined) writeResult(folder, 'output.svg', figure)
  writeResult(folder, 'plan.json', planJson(report, inputs, result))
  const origins = {
    started,
    command: process.argv.slice(2),
    scenarioHashes: inputs.scenarios.map((scenario) => scenario.hash),
    dataHashes: inputs.dataHashes,
    blockSize: result.plan.blockSize,
    blocks: result.blocks,
  }
  // The manifest is what marks a folder as a result, so it comes last.
  writeResult(folder, 'manifest.json', manifestJson(report, origins))
}

/** What the shards hold: sizes and names along each of their axes (see engine/run/layout.ts). */
function planJson(report: Report, inputs: StudyInputs, { plan, blocks, shape }: MonteCarloResult): string {
  const { industry } = inputs
  const axes = {
    scenarios: report.scenarios.map(({ name }) => name),
    years: report.years,
    outcomes: outcomeDefinitions.map(({ id }) => id),
    plants: plantMap(industry).names,
    plantSums: plantSumNames,
    lines: industry.lines.map(({ id }) => id),
    places,
    programmes: inputs.scenarios.map(({ compiled }) => compiled.policy.programmes.names),
    programmeSums: programmeTallyNames,
  }
  return `${JSON.stringify({ seed: report.seed, ...plan, blocksDone: blocks, baseline: shape.baseline, axes }, null, 1)}\n`
}
