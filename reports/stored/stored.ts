/**
 * A report read back from `report.json`, so that every form of it can be made again without simulating. What is
 * missing, foreign or damaged is said in words, with the file and the field.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileError } from '../../engine/run/errors.ts'
import { readStored } from '../../scenarios/file/storedJson.ts'
import { requireResult } from '../../studies/folder/folder.ts'
import { changeSince } from '../../studies/folder/fileMarks.ts'
import { writtenMarks, writtenReplicates } from '../../studies/folder/marks.ts'
import { type Holdings, holdings, holdingsText, mendingCommand, requireWhole } from '../../studies/folder/whole.ts'
import { findingAlone, holdsFindingAlone, requireRun } from '../../studies/plan/findingAlone.ts'
import { readRunPlan, type RunPlanFile } from '../../studies/plan/runPlan.ts'
import { readSealed } from '../../studies/plan/seal.ts'
import { programName } from '../../studies/plan/version.ts'
import type { Report } from '../data/report.ts'
import { reportFormat } from '../tables/json.ts'
import { type Manifest, manifestSchema } from './manifest.ts'
import { storedReport } from './storedReport.ts'

export interface StoredReport {
  /** Whole path of the folder. */
  readonly path: string
  readonly report: Report
  readonly manifest: Manifest
}

/**
 * @param partial true where the folder may lack blocks of replicates; the report then says so
 * @throws an error of kind `file` that says what is wrong with the folder
 */
export function readStoredResult(folder: string, partial: boolean = false): StoredReport {
  const path = requireResult(folder)
  if (holdsFindingAlone(path)) throw fileError(`${folder}: ${findingAlone}`)
  for (const name of ['manifest.json', 'report.json']) {
    if (existsSync(join(path, name))) continue
    const plan = storedPlan(path)
    if (plan !== undefined) requireRun(path, plan)
    throw fileError(
      `${folder}: has no ${name}, which run and compare write when they are done; ` +
        `resume finishes a run that was broken off`,
    )
  }
  const manifest = readJson(path, 'manifest.json', (content) => readStored(manifestSchema, content))
  requireUnchanged(path)
  const found = storedHoldings(path)
  const isWhole = found === undefined || found.blocks === found.of
  if (!partial && !isWhole) requireWhole(path, found)
  const report = readJson(path, 'report.json', storedReport)
  return {
    path,
    report: isWhole ? report : { ...report, caveats: [lackText(found), ...report.caveats] },
    manifest,
  }
}

/** @throws an error of kind `file` where the report is not the one of which the manifest holds the hash; earlier versions held none */
function requireUnchanged(path: string): void {
  const mark = writtenMarks(path)?.find(({ name }) => name === 'report.json')
  const change = mark === undefined ? undefined : changeSince(path, mark)
  if (change !== undefined) throw fileError(`${change}; ${mendText(path)}`)
}

function mendText(path: string): string {
  return `${mendingCommand(path)} makes it again from the blocks of replicates`
}

/** Undefined where that cannot be known: a folder of findings has no blocks, and an earlier version had other plans. */
function storedHoldings(path: string): Holdings | undefined {
  const replicates = writtenReplicates(path)
  const plan = replicates === undefined ? undefined : storedPlan(path)
  if (replicates === undefined || plan === undefined) return undefined
  try {
    return holdings(path, plan, replicates)
  } catch {
    return undefined
  }
}

/** Undefined where the folder has no plan of a run that can be read. */
function storedPlan(path: string): RunPlanFile | undefined {
  try {
    return readRunPlan(path)
  } catch {
    return undefined
  }
}

function lackText(found: Holdings): string {
  return (
    `The folder has no more than ${holdingsText(found)}. The figures are those of all of them, from when they were there; ` +
    'they can no longer be verified.'
  )
}

function readJson<Value>(folder: string, name: string, read: (content: unknown) => Value): Value {
  const path = join(folder, name)
  try {
    const content: unknown = readSealed(path)
    requireOurs(content)
    return read(content)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    const reason =
      error instanceof SyntaxError ? 'it is not whole JSON' : String(error instanceof Error ? error.message : error)
    throw fileError(`${path}: cannot be read: ${reason}; ${mendText(folder)}`)
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
