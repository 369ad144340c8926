/** The data of the page from the files of the package, and of a scenario that somebody opens it with. */
import { usualBaseline } from '../../../scenarios/join/baseline.ts'
import { listLibrary } from '../../../scenarios/join/listing.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { baselineFor, loadScenario, type LoadOptions } from '../../../scenarios/load.ts'
import { usageError } from '../../../engine/run/errors.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import { programVersion } from '../../../studies/plan/version.ts'
import { type Given, type GivenSettings, pageScenario, type PageData, type PageScenario } from './pageData.ts'

/** Loads and checks the industry and every scenario of the library. */
export function libraryData(): PageData {
  const { industry, fit } = loadIndustry()
  const options: LoadOptions = { industry, known: new Map() }
  const entries = listLibrary().filter(({ kind }) => kind === 'scenario')
  const scenarios = entries.map(({ name }) => loadedScenario(name, options))
  const { baseRegime } = loadScenario(usualBaseline, options)
  return { version: programVersion(), industry, evidence: fit.evidence, baseRegime, scenarios }
}

function loadedScenario(word: string, options: LoadOptions): PageScenario {
  return pageScenario(loadScenario(word, options), {
    baseline: baselineFor(word, 'itself', options),
    baselineOfChanges: baselineFor(word, 'changes', options),
  })
}

/**
 * What a page is opened with for a scenario: it, and its baseline where that is none of the library.
 *
 * @param word a name of the library, or a path
 * @param settings what the page stands at, beside what the scenario says
 * @throws an error of kind `scenario` with every problem of the files, of kind `usage` for the replication of a paper
 */
export function givenScenario(word: string, settings?: GivenSettings): Given {
  const { industry } = loadIndustry()
  const options: LoadOptions = { industry, known: new Map() }
  const resolved = loadScenario(word, options)
  if (resolved.kind === 'replication') {
    throw usageError(`${word} is a replication of a paper, with no policy to change; run it alone: run ${word}`)
  }
  const compared = baselineFor(word, 'itself', options)
  const baseline = loadedScenario(compared, options)
  if (baseline.name === resolved.name && compared !== word) {
    throw usageError(
      `${word} and what it is compared with, ${compared}, are both called ${baseline.name}; rename the file`,
    )
  }
  const library = new Set(listLibrary().map(({ name }) => name))
  const own = [
    ...(library.has(word) ? [] : [ownScenario(resolved, word, baseline.name, options)]),
    ...(library.has(compared) || compared === word ? [] : [baseline]),
  ]
  return { kind: 'scenario', scenarios: own, option: resolved.name, ...(settings === undefined ? {} : { settings }) }
}

/** A scenario of a file: what it is compared with may be one too, and the page knows both by their names. */
function ownScenario(resolved: ResolvedScenario, word: string, baseline: string, options: LoadOptions): PageScenario {
  const changes = baselineFor(word, 'changes', options)
  const isOwn = changes === baselineFor(word, 'itself', options)
  return pageScenario(resolved, { baseline, baselineOfChanges: isOwn ? baseline : changes })
}
