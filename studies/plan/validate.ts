/** What is wrong with files of scenarios and sweeps, found as a run would find it: the study of the command `validate`. */
import { readFileSync } from 'node:fs'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { usageError } from '../../engine/run/errors.ts'
import { compileScenario } from '../../scenarios/compile/compile.ts'
import { createCompileMemory } from '../../scenarios/compile/memory.ts'
import { scenarioError, scenarioProblemText, type Problem } from '../../scenarios/file/problem.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'
import { scenarioWriters } from '../../scenarios/file/write.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { locateScenario, missingScenario } from '../../scenarios/join/files.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { calibrationProblems, requireStartable } from './startable.ts'
import { loadSweep } from '../../scenarios/sweep/loadSweep.ts'
import { isSweepLike } from '../../scenarios/sweep/sweepFile.ts'
import { parseYaml } from '../../scenarios/file/yaml.ts'

/** What was found in one file. */
export interface Verdict {
  readonly file: string
  readonly ok: boolean
  /** Each with file, line and column where it has them. */
  readonly problems: readonly Problem[]
  /** What is unusual, but allowed. */
  readonly warnings: readonly Problem[]
}

export interface ValidateOptions {
  /** Folder of data in place of the shipped ones. */
  readonly data?: string | undefined
}

/**
 * Loads and compiles each scenario, and each point of a sweep, as a run would, and tries to calibrate it in the middle of its laws:
 * what is right here starts.
 *
 * @param files paths, or names in the library
 * @throws an error of kind `usage` that names those that are not there
 */
export function validate(files: readonly string[], { data }: ValidateOptions = {}): readonly Verdict[] {
  const missing = files.filter((file) => locateScenario(file, process.cwd()) === undefined)
  if (missing.length > 0) {
    throw usageError(missing.map((file) => missingScenario(file, { file }, '').message).join('\n'))
  }
  const { industry } = loadIndustry(data)
  return files.map((file) => verdictOn(file, industry))
}

function verdictOn(file: string, industry: Industry): Verdict {
  try {
    const path = locateScenario(file, process.cwd()) ?? file
    if (isSweep(path)) return { file, ok: true, problems: [], warnings: warningsOfSweep(path, industry) }
    // Its baseline, and the policy of the base year, are mostly among the files that it extends.
    const loading = { industry, known: new Map() }
    const scenario = loadScenario(file, loading)
    if (scenario.kind === 'scenario') requireStartable(file, scenario, loading)
    return { file, ok: true, problems: [], warnings: scenario.warnings }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { file, ok: false, problems: problemsOf(file, error), warnings: [] }
  }
}

function isSweep(path: string): boolean {
  const parsed = parseYaml(readFileSync(path, 'utf8'), path)
  return isSweepLike(parsed.value)
}

/** Loads and compiles every point, and calibrates under the first and the last of its laws. @throws an error with all problems */
function warningsOfSweep(path: string, industry: Industry): readonly Problem[] {
  const { scenarios, points, parts } = loadSweep(path, industry)
  compileEach(scenarios, industry)
  const tried = [parts[0], ...parts.slice(1).slice(-1)].map(({ baseline }) => scenarios[baseline])
  const problems = tried.flatMap((scenario) =>
    calibrationProblems(scenario, compileScenario(scenario, industry), industry, () => ({ file: path })),
  )
  if (problems.length > 0) throw scenarioError(problems)
  const once = new Map(
    points
      .flatMap(({ scenario }) => scenarios[scenario].warnings)
      .map((warning) => [scenarioProblemText(warning), warning]),
  )
  return [...once.values()]
}

/** Compiles each policy once: points over parameters differ in nothing that is compiled. */
function compileEach(scenarios: readonly ResolvedScenario[], industry: Industry): void {
  const { policyHash } = scenarioWriters()
  const known = new Set<string>()
  const memory = createCompileMemory(industry)
  for (const scenario of scenarios) {
    const policy = policyHash(scenario)
    if (!known.has(policy)) compileScenario(scenario, industry, memory)
    known.add(policy)
  }
}

/** The problems that an error carries; any other error is one problem of the whole file. */
function problemsOf(file: string, error: Error): readonly Problem[] {
  if ('kind' in error && error.kind === 'scenario' && 'problems' in error && Array.isArray(error.problems)) {
    return error.problems
  }
  return [{ file, path: '', message: error.message }]
}
