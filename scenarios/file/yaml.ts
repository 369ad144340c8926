/**
 * Reads YAML (and so JSON) with the position of everything in it, and writes plain data back as YAML. Limits are looked at
 * first, so that no file, however large or deep or full of aliases, takes long to be refused.
 */
import {
  type Alias,
  type Node,
  LineCounter,
  parseDocument,
  isAlias,
  type Document,
  isMap,
  isPair,
  isScalar,
  isNode,
  isSeq,
  stringify,
  visit,
} from 'yaml'
import { type Positions, type Position, type Path, noPositions, pathKey } from './position.ts'
import type { Problem } from './problem.ts'

/** The longest file, in characters: the largest of the library has one per cent of it. */
const mostCharacters = 2_000_000
/** How deep things may stand in each other: scenarios go down to ten. */
const mostLevels = 100

export interface ParsedText {
  /** Plain data; null for an empty file. */
  readonly value: unknown
  readonly positions: Positions
  /** What is wrong with the text as YAML; when there is anything, the value may be partial. */
  readonly problems: readonly Problem[]
}

interface Survey {
  readonly values: Map<string, Position>
  readonly keys: Map<string, Position>
  readonly problems: Problem[]
  readonly at: (node: Node) => Position
  readonly targets: ReadonlyMap<Node, Node>
}

function refused(problems: readonly Problem[]): ParsedText {
  return { value: null, positions: noPositions, problems }
}

/**
 * @param file its name, for messages and positions
 * @param isOwn true for a text that this program wrote, which may be longer than what it was written from
 */
export function parseYaml(text: string, file: string, isOwn: boolean = false): ParsedText {
  if (!isOwn && text.length > mostCharacters) {
    const message = `has ${text.length} characters; the most that is read is ${mostCharacters}`
    return refused([
      { file, path: '', given: String(text.length), allowed: `up to ${mostCharacters} characters`, message },
    ])
  }
  const lines = new LineCounter()
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parsed(text, lines)
  if (document === undefined) return refused([{ file, line: 1, column: 1, path: '', message: tooDeep }])
  const problems = document.errors.map((error): Problem => {
    const { line, column } = place(error.pos[0])
    return { file, line, column, path: '', message: `not valid YAML: ${error.message.split(/ at line |\n/)[0]}` }
  })
  problems.push(...halfCharacters(document, place))
  if (problems.length > 0) return refused(problems)
  const at = (node: Node): Position => place(node.range?.[0] ?? 0)
  const { targets, lost, first } = aliasesOf(document)
  const unresolved = lost.map((alias): Problem => {
    const message = `not valid YAML: *${alias.source} stands for nothing: no &${alias.source} comes before it`
    return { ...at(alias), path: '', given: `*${alias.source}`, message }
  })
  if (unresolved.length > 0) return refused(unresolved)
  const plain = plainValue(document, first === undefined ? { file, line: 1, column: 1 } : at(first))
  if (plain.problems.length > 0) return refused(plain.problems)
  const survey: Survey = { values: new Map(), keys: new Map(), problems: [], at, targets }
  if (document.contents !== null) surveyNode(document.contents, [], survey)
  // What an empty file lacks is missing at its beginning.
  else survey.values.set(pathKey([]), { file, line: 1, column: 1 })
  return { value: plain.value, positions: survey, problems: survey.problems }
}

const tooDeep = `not valid YAML: lists and maps stand more than ${mostLevels} deep in each other`

/** Undefined where things stand too deep in each other to be read. Keys that are doubled are found by the survey. */
function parsed(text: string, lines: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: false, logLevel: 'error' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Texts that no file can hold: an escape as in `"\\ud83d"` says half of a character. */
function halfCharacters(document: Document, place: (offset: number) => Position): readonly Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== 'string' || !/\p{Surrogate}/u.test(value)) return
      const given = JSON.stringify(value)
      problems.push({ ...place(range?.[0] ?? 0), path: '', given, message: `${given} holds half of a character` })
    },
  })
  return problems
}

interface Aliases {
  /** What each alias stands for: the last thing before it that has its anchor. */
  readonly targets: ReadonlyMap<Node, Node>
  /** Aliases whose anchor does not come before them. */
  readonly lost: readonly Alias[]
  readonly first: Alias | undefined
}

function aliasesOf(document: Document): Aliases {
  const anchors = new Map<string, Node>()
  const targets = new Map<Node, Node>()
  const lost: Alias[] = []
  let first: Alias | undefined
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node)
        return
      }
      first ??= node
      const target = anchors.get(node.source)
      if (target === undefined) lost.push(node)
      else targets.set(node, target)
    },
  })
  return { targets, lost, first }
}

/** So many aliases that they would fill the memory only show when they are followed; the library counts them. */
function plainValue(document: Document, place: Position): Pick<ParsedText, 'value' | 'problems'> {
  try {
    return { value: document.toJS(), problems: [] }
  } catch (error) {
    const message = `not valid YAML: ${error instanceof Error ? error.message : String(error)}`
    return { value: null, problems: [{ ...place, path: '', message }] }
  }
}

/** Writes down where a node and all below it stand; what an alias stands for is found where the alias is. */
function surveyNode(node: Node, path: Path, survey: Survey, fixed?: Position): void {
  const position = fixed ?? survey.at(node)
  survey.values.set(pathKey(path), position)
  const target = survey.targets.get(node)
  if (path.length > mostLevels) {
    survey.problems.push({ ...position, path: '', message: tooDeep })
  } else if (target !== undefined) {
    surveyNode(target, path, survey, position)
  } else if (isMap(node)) {
    const seen = new Set<string>()
    for (const pair of node.items) {
      if (!isPair(pair) || !isNode(pair.key)) continue
      const key = keyOf(pair.key, seen, survey)
      if (key === undefined) continue
      const below = [...path, key]
      survey.keys.set(pathKey(below), fixed ?? survey.at(pair.key))
      if (isNode(pair.value)) surveyNode(pair.value, below, survey, fixed)
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, n) => {
      if (isNode(item)) surveyNode(item, [...path, n], survey, fixed)
    })
  }
}

/** The text of a key; nothing where it cannot be one, which is then a problem. */
function keyOf(key: Node, seen: Set<string>, { problems, at }: Survey): string | undefined {
  const refuse = (given: string, message: string): undefined => {
    problems.push({ ...at(key), path: '', given, message: `not valid YAML: ${message}` })
  }
  if (!isScalar(key)) return refuse('a list, map or alias', 'a key must be a name or a number')
  const name = String(key.value)
  if (name === '<<') {
    return refuse(
      name,
      '<< is no key: merge keys are left out of YAML 1.2; write extends, or the alias itself as a value',
    )
  }
  if (name === '__proto__') return refuse(name, '__proto__ cannot be a name: programs that read results would lose it')
  if (seen.has(name)) return refuse(name, `Map keys must be unique: ${name} stands here twice, with quotes or without`)
  seen.add(name)
  return name
}

/** Plain data as YAML, in the order of its keys. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, aliasDuplicateObjects: false })
}
