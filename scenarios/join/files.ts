/**
 * A scenario's file and all the files it extends, each once, read and checked one by one, in the order in which they
 * are joined: what is extended comes before what extends it.
 */
import { existsSync, statSync, readFileSync } from 'node:fs'
import { resolve, basename, extname, relative, isAbsolute, dirname } from 'node:path'
import { nearestName } from '../file/nearest.ts'
import { readEmpiricalLaws } from './empirical.ts'
import { libraryNames, libraryPath } from './library.ts'
import { isPlainObject } from '../file/merge.ts'
import { type Positions, type Path, keyPosition, valuePosition } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { withNewNames } from '../file/oldNames.ts'
import { scenarioKind } from '../file/schema.ts'
import { scenarioLimits, sizeProblems } from '../file/size.ts'
import { checkStructure } from '../file/structure.ts'
import { parseYaml, type ParsedText } from '../file/yaml.ts'

export interface ScenarioSource {
  /** Whole path, by which `parents` name it. */
  readonly path: string
  /** Paths of the files that it extends itself. */
  readonly parents: readonly string[]
  /** As the user knows it: relative to the working folder when it is inside. */
  readonly file: string
  readonly value: ScenarioFile
  readonly positions: Positions
  /** What was taken out of the value because it does not fit. */
  readonly removed: readonly Path[]
}

export interface SourceFiles {
  /** In joining order; the scenario's own file last. */
  readonly sources: readonly ScenarioSource[]
  readonly problems: readonly Problem[]
  /** Whether something is not among them, so that what is missing may stand there. */
  readonly incomplete: boolean
}

/** Where a name or path leads: the library first, then files relative to the folder. */
export function locateScenario(word: string, folder: string): string | undefined {
  if (libraryNames().includes(word)) return libraryPath(word)
  const path = resolve(folder, word)
  return existsSync(path) && statSync(path).isFile() ? path : undefined
}

/** A scenario's short name: the library's, or the file's without its ending. */
export function scenarioName(word: string): string {
  return libraryNames().includes(word) ? word : basename(word, extname(word))
}

/** The problem that a scenario is not there, with the name that was probably meant. */
export function missingScenario(word: string, place: Pick<Problem, 'file' | 'line' | 'column'>, path: string): Problem {
  const names = libraryNames()
  const nearest = nearestName(scenarioNameLike(word), names)
  const allowed = `a file, or one of ${names.join(', ')}`
  return {
    ...place,
    path,
    given: word,
    allowed,
    ...(nearest === undefined ? {} : { nearest }),
    message: `no scenario or file is called ${word}. ${hintFor(word, nearest)}`,
  }
}

const mostNamed = 12

/** The nearest name; else, for a path, what it lacks; else the names that hold the word, or where to find all of them. */
function hintFor(word: string, nearest: string | undefined): string {
  if (nearest !== undefined) return `Did you mean ${nearest}?`
  if (existsSync(word) && statSync(word).isDirectory())
    return 'It is a folder; give a file in it, or a name of the library'
  const holding = libraryNames().filter((name) => name.includes(word.toLowerCase()))
  if (holding.length > 0 && holding.length <= mostNamed) return `The library has ${holding.join(', ')}`
  return `plantshift scenarios lists the ${libraryNames().length} of the library; a file is given by its path`
}

function scenarioNameLike(word: string): string {
  return /\.(ya?ml|json)$/.test(word) ? basename(word, extname(word)) : word
}

interface Reading {
  readonly folder: string
  readonly sources: Map<string, ScenarioSource>
  /** Files that were read for another scenario and found right, by path. */
  readonly known: Map<string, ScenarioSource>
  readonly problems: Problem[]
  /** Paths of the files of which nothing could be read. */
  readonly unread: string[]
  /** Paths of the files whose `extends` is being followed. */
  readonly open: string[]
}

/** A piece of reading, which gives what it needs read first. */
interface Step extends Generator<Step, void> {}

/** Carries out a step with all that it needs: files may extend one another deeper than calls may be nested. */
function carryOut(first: Step): void {
  const open = [first]
  while (open.length > 0) {
    const { done, value } = open[open.length - 1].next()
    if (done === true) open.pop()
    else open.push(value)
  }
}

/**
 * Reads a file and what it extends.
 * @param folder the working folder, for names of files in messages
 * @param known files that were read before; those that it reads are added where nothing is wrong with any
 */
export function readSources(path: string, folder: string, known: Map<string, ScenarioSource> = new Map()): SourceFiles {
  const reading: Reading = { folder, sources: new Map(), known, problems: [], unread: [], open: [] }
  carryOut(readSource(path, reading))
  if (reading.problems.length === 0) for (const [read, source] of reading.sources) known.set(read, source)
  return filesRead(reading)
}

/** A file as the user knows it: by its path from the folder where it lies inside. */
export function shownName(path: string, folder: string): string {
  const short = relative(folder, path)
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short
}

function* readSource(path: string, reading: Reading): Step {
  if (reading.sources.has(path)) return
  const known = reading.known.get(path)
  if (known !== undefined) {
    for (const parent of known.parents) yield readSource(parent, reading)
    reading.sources.set(path, known)
    return
  }
  const file = shownName(path, reading.folder)
  yield addSource(path, file, parseYaml(readFileSync(path, 'utf8'), file), reading)
}

function* addSource(path: string, file: string, text: ParsedText, reading: Reading, isOwn: boolean = false): Step {
  const parsed = withNewNames(text)
  const unreadable =
    parsed.problems.length > 0 || isOwn
      ? parsed.problems
      : [...sweepProblems(parsed, file), ...sizeProblems(parsed.value, scenarioLimits, parsed.positions, file)]
  reading.problems.push(...unreadable)
  if (unreadable.length > 0) {
    reading.unread.push(path)
    return
  }
  const { problems, fitting, removed } = checkStructure(scenarioKind, parsed.value, parsed.positions, file)
  const laws = readEmpiricalLaws(fitting, path, file, parsed.positions)
  reading.problems.push(...problems, ...laws.problems)
  const all = [...removed, ...laws.removed]
  const source = { path, file, value: laws.value, positions: parsed.positions, removed: all }
  reading.open.push(path)
  reading.problems.push(...baselineProblems(source))
  const parents: string[] = []
  yield readExtended(source, parents, reading)
  reading.open.pop()
  reading.sources.set(path, { ...source, parents })
}

/** A sweep where a scenario is wanted: of its keys, none of which a scenario has, one sentence says enough. */
function sweepProblems({ value, positions }: ParsedText, file: string): readonly Problem[] {
  if (!isPlainObject(value) || !Object.hasOwn(value, 'levers')) return []
  const place = keyPosition(positions, ['levers']) ?? { file }
  const message = `levers: this file is a sweep, and a scenario is wanted; a sweep is run by: plantshift sweep ${file}`
  return [{ ...place, path: 'levers', message }]
}

function filesRead({ sources, problems, unread }: Reading): SourceFiles {
  const incomplete = unread.length > 0 || problems.some(({ path }) => path === '' || path === 'extends')
  return { sources: [...sources.values()], problems, incomplete }
}

/**
 * A scenario that this program has written, with the files that it extends. What was joined and written out may be larger than any
 * file that is read.
 *
 * @param file what messages call it
 */
export function sourcesOfText(text: string, file: string, folder: string): SourceFiles {
  const reading: Reading = { folder, sources: new Map(), known: new Map(), problems: [], unread: [], open: [] }
  carryOut(addSource(resolve(folder, file), file, parseYaml(text, file, true), reading, true))
  return filesRead(reading)
}

/**
 * A scenario that is not in a file of its own and extends others.
 * @param known files that were read before; those that it reads are added
 */
export function sourcesOver(
  extended: readonly string[],
  change: { readonly file: string; readonly value: ScenarioFile; readonly positions: Positions },
  folder: string,
  known: Map<string, ScenarioSource>,
): SourceFiles {
  const reading: Reading = { folder, sources: new Map(), known, problems: [], unread: [], open: [] }
  const value = { ...change.value, extends: extended }
  // Messages call the file by its path from the working folder; paths that it holds begin in its own.
  const own = resolve(folder, basename(change.file))
  carryOut(addSource(own, change.file, { value, positions: change.positions, problems: [] }, reading))
  if (reading.problems.length === 0) {
    for (const [path, source] of reading.sources) if (path !== own) known.set(path, source)
  }
  return filesRead(reading)
}

/** Reads what a file extends, and adds the paths to its parents. */
function* readExtended(source: Omit<ScenarioSource, 'parents'>, parents: string[], reading: Reading): Step {
  const { path, file, value, positions } = source
  const words = value.extends === undefined ? [] : typeof value.extends === 'string' ? [value.extends] : value.extends
  for (const [n, word] of words.entries()) {
    const at = valuePosition(positions, typeof value.extends === 'string' ? ['extends'] : ['extends', n])
    const place = at === undefined ? { file } : { ...at }
    const found = locateScenario(word, dirname(path))
    if (found === undefined) {
      reading.problems.push(missingScenario(word, place, 'extends'))
    } else if (reading.open.includes(found)) {
      const round = [...reading.open.slice(reading.open.indexOf(found)), found]
      const names = round.map((one) => shownName(one, reading.folder)).join(' -> ')
      const message = `extends goes round in a circle: ${names}`
      reading.problems.push({ ...place, path: 'extends', given: word, message })
    } else {
      yield readSource(found, reading)
      parents.push(found)
    }
  }
}

/** A baseline that is named and not there. */
function baselineProblems({ path, file, value, positions }: Omit<ScenarioSource, 'parents'>): readonly Problem[] {
  const { baseline } = value
  if (baseline === undefined) return []
  const word = typeof baseline === 'string' ? baseline : baseline.scenario
  if (locateScenario(word, dirname(path)) !== undefined) return []
  const at: Path = typeof baseline === 'string' ? ['baseline'] : ['baseline', 'scenario']
  return [missingScenario(word, valuePosition(positions, at) ?? { file }, 'baseline')]
}

const ownTexts = ['title', 'question', 'note', 'sources', 'report']

/** Titles and texts are a file's own: what extends another is not called like it. */
export function inheritable(content: ScenarioFile): ScenarioFile {
  const entries = Object.entries(content).filter(([key]) => !ownTexts.includes(key))
  return Object.fromEntries(entries)
}
