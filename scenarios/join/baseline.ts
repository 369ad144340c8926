/**
 * What a scenario is compared with, where nobody says otherwise: the baseline that it names, or inherits from a file that
 * it extends; else the nearest scenario among those that it extends which has another policy, so that the difference is
 * what the scenario itself changes; else `base`.
 */
import { dirname } from 'node:path'
import type { ScenarioFile } from '../file/scenario.ts'
import { canonicalJson } from '../file/canonicalJson.ts'
import { locateScenario, shownName, type ScenarioSource } from './files.ts'
import { joinSources } from './joinSources.ts'
import { libraryNameOf } from './library.ts'

export const usualBaseline = 'base'

/** Files by their path, with what they extend, and the policies of those that state one, as far as they were asked for. */
interface Family {
  readonly files: ReadonlyMap<string, ScenarioSource>
  readonly policies: Map<string, string>
}

/**
 * The baseline of a scenario, as a name of the library or a path from the folder.
 *
 * @param sources the scenario's file, last, after all that it extends; all baselines that they name are there
 */
export function baselineOf(sources: readonly ScenarioSource[], folder: string): string {
  const own = sources[sources.length - 1]
  const family: Family = { files: new Map(sources.map((source) => [source.path, source])), policies: new Map() }
  const path = statedBaseline(own, family) ?? nearestOfOtherPolicy(own, family)
  return path === undefined ? usualBaseline : wordFor(path, folder)
}

/**
 * The baseline of what changes a scenario by levers: that of the scenario itself, unless it says that what extends it is
 * compared with it.
 */
export function baselineOfChanges(sources: readonly ScenarioSource[], folder: string): string {
  const { path, value } = sources[sources.length - 1]
  return isReference(value) ? wordFor(path, folder) : baselineOf(sources, folder)
}

function isReference({ baseline }: ScenarioFile): boolean {
  return typeof baseline === 'object' && !baseline.inherited
}

/** The path of the baseline that a file names itself, or else the last of its parents that names one for others too. */
function statedBaseline(source: ScenarioSource, family: Family, isOwn: boolean = true): string | undefined {
  const { baseline } = source.value
  if (baseline !== undefined && (isOwn || !isReference(source.value))) {
    return locateScenario(typeof baseline === 'string' ? baseline : baseline.scenario, dirname(source.path))
  }
  // What extends a reference is compared with it, whatever the reference itself is compared with.
  if (baseline !== undefined) return undefined
  return source.parents
    .map((parent) => statedBaseline(family.files.get(parent)!, family, false))
    .findLast((path) => path !== undefined)
}

/** The path of the first file on the way up whose policy is not the scenario's own. */
function nearestOfOtherPolicy(own: ScenarioSource, family: Family): string | undefined {
  const policy = policyOf(own, family)
  let next = parentOf(own, family)
  while (next !== undefined && policyOf(next, family) === policy) {
    const stated = statedBaseline(next, family)
    if (stated !== undefined) return stated
    next = parentOf(next, family)
  }
  return next?.path
}

/** What a scenario is above: the only file that it extends, or the nearest that all of those extend which have a policy. */
function parentOf({ parents }: ScenarioSource, family: Family): ScenarioSource | undefined {
  const withPolicy = parents
    .map((path) => family.files.get(path)!)
    .filter((parent) => policyOf(parent, family) !== noPolicy)
  if (withPolicy.length < 2) return withPolicy[0]
  const lines = withPolicy.map((parent) => withParents(parent, family))
  const shared = lines[0].filter((source) => lines.every((line) => line.includes(source)))
  return shared.at(-1)
}

/** A file after all that it extends, each once, in the order of the family. */
function withParents(source: ScenarioSource, family: Family): readonly ScenarioSource[] {
  const paths = new Set([source.path])
  // A set hands out what is added to it while it is gone through.
  for (const path of paths) for (const parent of family.files.get(path)!.parents) paths.add(parent)
  return [...family.files.values()].filter(({ path }) => paths.has(path))
}

/** What decides who pays what, who may come and what is answered, as a text by which policies are compared. */
function policyOf(source: ScenarioSource, family: Family): string {
  let stating = source
  // A file that says nothing of it has the policy of the one that it extends.
  while (stating.parents.length === 1 && !statesPolicy(stating.value)) {
    stating = family.files.get(stating.parents[0])!
  }
  const known = family.policies.get(stating.path)
  if (known !== undefined) return known
  const policy = policyText(joinSources(withParents(stating, family)).content)
  family.policies.set(stating.path, policy)
  return policy
}

function statesPolicy({ policy, plants, entrants, retaliation, set }: ScenarioFile): boolean {
  return [policy, plants, entrants, retaliation, set].some((block) => block !== undefined)
}

function policyText({ policy, plants, entrants, retaliation, set }: ScenarioFile): string {
  return canonicalJson({ policy, plants, entrants, retaliation, set })
}

const noPolicy = canonicalJson({})

function wordFor(path: string, folder: string): string {
  return libraryNameOf(path) ?? shownName(path, folder)
}
