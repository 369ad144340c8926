/** Scenario files for tests, written to a folder that goes away with the test. */
import { mkdtempSync, mkdirSync, writeFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, dirname } from 'node:path'
import { type LoadOptions, loadScenario } from '../../scenarios/load.ts'
import type { Problem } from '../../scenarios/file/problem.ts'
import type { ResolvedScenario } from '../../scenarios/file/resolved.ts'

export type Files = Readonly<Record<string, string>>

/** Loads the first of the files. */
export function loadFiles(files: Files, options: LoadOptions = {}): ResolvedScenario {
  const folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return loadScenario(Object.keys(files)[0], { folder, ...options })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The problems that loading a file throws; none when it loads. */
export function problemsOf(files: Files | string, options: LoadOptions = {}): readonly Problem[] {
  try {
    loadFiles(typeof files === 'string' ? { 'rule.yaml': files } : files, options)
    return []
  } catch (error) {
    if (error instanceof Error && 'problems' in error && Array.isArray(error.problems)) return error.problems
    throw error
  }
}

/** As in `rule.yaml:3:1`. */
export function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`
}

/** Places with what is said there, as the user reads it. */
export function linesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => `${placeOf(problem)}: ${problem.message}`)
}
