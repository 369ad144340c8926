/**
 * A report read back from `report.json`, so that every form of it can be made again without simulating. What is
 * missing, foreign or damaged is said in words, with the file and the field.
 */
import { fileError } from '../../engine/run/errors.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutcomeDefinition } from '../../engine/model/accounts/outcomes.ts'
import type { Probability } from '../../engine/analysis/paired.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import { programName } from '../../studies/plan/version.ts'
import { reportFormat } from '../tables/json.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { parts } from './storedParts.ts'
import { pairingReader, decisionReader, precisionReader } from './storedStudies.ts'
import type { Report, SummaryRow, ComparisonRow } from '../data/report.ts'
import { type Reader, objectOf, number, optional, text, listOf, truth } from './shape.ts'

export interface StoredResult {
  /** Whole path of the folder. */
  readonly path: string
  readonly report: Report
  readonly manifest: Manifest
}

/** @throws an error of kind `file` that says what is wrong with the folder */
export function readStoredResult(folder: string): StoredResult {
  const path = requireResult(folder)
  for (const name of ['manifest.json', 'report.json']) {
    if (existsSync(join(path, name))) continue
    throw fileError(
      `${folder}: has no ${name}, which run and compare write when they are done; ` +
        `resume finishes a run that was broken off`,
    )
  }
  return {
    path,
    report: readJson(path, 'report.json', storedReport),
    manifest: readJson(path, 'manifest.json', readManifest),
  }
}

function readJson<Value>(folder: string, name: string, reader: Reader<Value>): Value {
  const path = join(folder, name)
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    requireOurs(content)
    return reader(content, '')
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    const reason =
      error instanceof SyntaxError ? 'it is not whole JSON' : String(error instanceof Error ? error.message : error)
    throw fileError(`${path}: cannot be read: ${reason}; run the scenario again, the command is in manifest.json`)
  }
}

function requireOurs(content: unknown): void {
  if (typeof content !== 'object' || content === null || !('program' in content) || content.program !== programName) {
    throw new Error(`it was not written by ${programName}`)
  }
  if ('format' in content && content.format !== reportFormat) {
    throw new Error(`its format is ${String(content.format)}, and this version reads ${reportFormat}`)
  }
}

const probability = objectOf<Probability>({ value: number, standardError: number })
const summary = objectOf<SummaryRow['summary']>({
  mean: number,
  standardDeviation: number,
  standardError: number,
  low: number,
  median: number,
  high: number,
  n: number,
  failed: number,
  groups: optional(number),
})
const paired = objectOf<ComparisonRow['paired']>({
  difference: summary,
  baselineMean: number,
  scenarioMean: number,
  relative: number,
  relativeStandardError: number,
  better: optional(probability),
  same: number,
})

/** Names an outcome of the stored catalogue, which may be that of an earlier version. */
function outcomeOf(catalogue: readonly OutcomeDefinition[]): Reader<OutcomeDefinition> {
  const byId = new Map(catalogue.map((outcome) => [outcome.id, outcome]))
  return (value, path) => {
    const found = byId.get(text(value, path))
    if (found === undefined) throw new Error(`${path}: ${JSON.stringify(value)} is not in its list of outcomes`)
    return found
  }
}

const definition = objectOf<OutcomeDefinition>({
  id: text,
  family: text,
  label: text,
  place: text,
  unit: text,
  good: (value, path) => text(value, path) as OutcomeDefinition['good'],
})

type OfOutcomes = 'summaries' | 'comparisons' | 'decisions' | 'precision'

/** Fields of the report that are read as they stand. */
const facts = objectOf<Omit<Report, OfOutcomes>>({
  name: text,
  scenarios: listOf(objectOf<Report['scenarios'][number]>({ name: text, title: text, question: text, note: text })),
  baseline: number,
  seed: number,
  replicatesAsked: number,
  reproduce: text,
  caveats: listOf(text),
  shownFirst: listOf(text),
  evidence: listOf(
    objectOf<Report['evidence'][number]>({ what: text, sourced: number, derived: number, approximate: number }),
  ),
  parameters: listOf(
    objectOf<Report['parameters'][number]>({
      name: text,
      title: text,
      unit: text,
      law: text,
      basis: text,
      source: text,
    }),
  ),
  replicates: number,
  goodReplicates: number,
  interrupted: truth,
  sampling: text,
  workers: number,
  seconds: number,
  years: listOf(number),
  plants: listOf(
    objectOf<Report['plants'][number]>({
      scenario: text,
      plant: text,
      maker: text,
      city: text,
      state: text,
      place: text,
      latitude: number,
      longitude: number,
      n: number,
      active: probability,
      closed: probability,
      idled: probability,
      opened: probability,
      gained: probability,
      lost: probability,
      cut: probability,
      raised: probability,
      baseYearOutput: number,
      baselineOutput: number,
      output: number,
      difference: number,
      differenceStandardError: number,
    }),
  ),
  lines: listOf(
    objectOf<Report['lines'][number]>({
      scenario: text,
      line: text,
      from: text,
      place: text,
      n: number,
      here: probability,
    }),
  ),
  programmes: listOf(
    objectOf<Report['programmes'][number]>({
      scenario: text,
      programme: text,
      dutyRate: number,
      dutyRateOnNonUsContent: number,
      n: number,
      vehicles: number,
      value: number,
      nonUsValue: number,
      duty: number,
    }),
  ),
  failures: listOf(
    objectOf<Report['failures'][number]>({ scenario: number, replicate: number, status: number, reason: text }),
  ),
  question: optional(text),
  parts: optional(parts),
  pairing: optional(listOf(pairingReader)),
})

const storedReport: Reader<Report> = (value, path) => {
  const { outcomes } = objectOf<{ readonly outcomes: readonly OutcomeDefinition[] }>({ outcomes: listOf(definition) })(
    value,
    path,
  )
  const outcome = outcomeOf(outcomes)
  const rows = objectOf<Pick<Report, OfOutcomes>>({
    summaries: listOf(objectOf<SummaryRow>({ scenario: text, outcome, year: number, summary })),
    comparisons: listOf(objectOf<ComparisonRow>({ scenario: text, baseline: text, outcome, year: number, paired })),
    decisions: optional(listOf(decisionReader(outcome))),
    precision: optional(listOf(precisionReader(outcome))),
  })
  const report = { ...facts(value, path), ...rows(value, path) }
  if (report.scenarios[report.baseline] === undefined)
    throw new Error(`baseline: there is no scenario ${report.baseline}`)
  return report
}
