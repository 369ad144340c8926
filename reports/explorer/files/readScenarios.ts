/** Scenario files that somebody gives the page: checked as `plantshift validate` checks them, and made ready to be chosen. */
import { isScenarioError, scenarioProblemText } from '../../../scenarios/file/problem.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import { baselineFor, loadScenario, type LoadOptions } from '../../../scenarios/load.ts'
import { requireStartable } from '../../../studies/plan/startable.ts'
import { type PageData, pageScenario, type PageScenario } from '../data/pageData.ts'
import { layOut } from './inPlaceOf/disk.ts'
import { libraryFiles, libraryNames } from './inPlaceOf/library.ts'
import { ownFolder } from './inPlaceOf/process.ts'
import type { ReadFiles, TextFile } from './messages.ts'

const longestFile = 2_000_000
const scenarioEnding = /\.(?:ya?ml|json)$/i

/** @param library texts of the library's scenarios by name */
export function readScenarios(
  files: readonly TextFile[],
  { industry }: PageData,
  library: Readonly<Record<string, string>>,
): ReadFiles {
  const scenarios = files.filter(({ name }) => scenarioEnding.test(name))
  if (scenarios.length === 0) {
    const given = files.map(({ name }) => name).join(', ')
    return {
      scenarios: [],
      problems: [`${given}: a scenario is a file that ends with .yaml, .yml or .json`],
      warnings: [],
    }
  }
  const long = files.find(({ text }) => text.length > longestFile)
  if (long !== undefined) {
    const problem = `${long.name}: has ${long.text.length} characters; the most that is read is ${longestFile}`
    return { scenarios: [], problems: [problem], warnings: [] }
  }
  layOut(new Map([...libraryFiles(library), ...files.map(({ name, text }) => [`${ownFolder}/${name}`, text] as const)]))
  const options: LoadOptions & { industry: PageData['industry'] } = { industry, folder: ownFolder, known: new Map() }
  const read = scenarios.map(({ name }) => readOne(name, options))
  return {
    scenarios: read.flatMap(({ scenario }) => scenario),
    problems: [...new Set(read.flatMap(({ problems }) => problems))],
    warnings: [...new Set(read.flatMap(({ warnings }) => warnings))],
  }
}

interface ReadOne extends Pick<ReadFiles, 'problems' | 'warnings'> {
  readonly scenario: readonly PageScenario[]
}

function readOne(name: string, options: LoadOptions & { readonly industry: PageData['industry'] }): ReadOne {
  try {
    const resolved = loadScenario(name, options)
    if (resolved.kind === 'replication') {
      return refused(`${name}: a replication of a paper has no policy to change; run it alone: plantshift run ${name}`)
    }
    requireStartable(name, resolved, options)
    return ready(name, resolved, options)
  } catch (error) {
    if (isScenarioError(error)) return { scenario: [], problems: error.problems.map(scenarioProblemText), warnings: [] }
    return refused(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A scenario whose baseline is no file is ready; one whose baseline is a file needs that beside it, which it then was given. */
function ready(name: string, resolved: ResolvedScenario, options: LoadOptions): ReadOne {
  if (libraryNames().includes(resolved.name)) {
    return refused(`${name}: the library has a scenario ${resolved.name}; give the file another name`)
  }
  const nameOf = (use: 'itself' | 'changes'): string => loadScenario(baselineFor(name, use, options), options).name
  const scenario = pageScenario(resolved, { baseline: nameOf('itself'), baselineOfChanges: nameOf('changes') })
  return { scenario: [scenario], problems: [], warnings: resolved.warnings.map(scenarioProblemText) }
}

function refused(problem: string): ReadOne {
  return { scenario: [], problems: [problem], warnings: [] }
}
