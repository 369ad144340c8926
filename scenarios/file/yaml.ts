/**
 * Reads YAML (and so JSON) with the position of everything in it, and writes plain data back as YAML.
 */
import {
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
} from 'yaml'
import { type Positions, type Position, type Path, pathKey } from './position.ts'
import type { Problem } from './problem.ts'

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
  readonly at: (node: Node) => Position
  readonly target: (alias: Node) => Node | undefined
}

/** @param file its name, for messages and positions */
export function parseYaml(text: string, file: string): ParsedText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true })
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const problems = document.errors.map((error): Problem => {
    const { line, column } = place(error.pos[0])
    return { file, line, column, path: '', message: `not valid YAML: ${error.message.split(/ at line |\n/)[0]}` }
  })
  if (problems.length > 0) return { value: null, positions: { values: new Map(), keys: new Map() }, problems }
  const survey: Survey = {
    values: new Map(),
    keys: new Map(),
    at: (node) => place(node.range?.[0] ?? 0),
    target: (alias) => (isAlias(alias) ? alias.resolve(document) : undefined),
  }
  if (document.contents !== null) surveyNode(document.contents, [], survey)
  return { ...plainValue(document, file), positions: survey }
}

/** Aliases without an anchor, or so many that they would fill the memory, only show when they are followed. */
function plainValue(document: Document, file: string): Pick<ParsedText, 'value' | 'problems'> {
  try {
    return { value: document.toJS(), problems: [] }
  } catch (error) {
    const message = `not valid YAML: ${error instanceof Error ? error.message : String(error)}`
    return { value: null, problems: [{ file, line: 1, column: 1, path: '', message }] }
  }
}

/** Writes down where a node and all below it stand; what an alias stands for is found where the alias is. */
function surveyNode(node: Node, path: Path, survey: Survey, fixed?: Position): void {
  const position = fixed ?? survey.at(node)
  survey.values.set(pathKey(path), position)
  const target = survey.target(node)
  if (target !== undefined) {
    surveyNode(target, path, survey, position)
  } else if (isMap(node)) {
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue
      const below = [...path, String(pair.key.value)]
      survey.keys.set(pathKey(below), fixed ?? survey.at(pair.key))
      if (isNode(pair.value)) surveyNode(pair.value, below, survey, fixed)
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, n) => {
      if (isNode(item)) surveyNode(item, [...path, n], survey, fixed)
    })
  }
}

/** Plain data as YAML, in the order of its keys. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 110, aliasDuplicateObjects: false })
}
