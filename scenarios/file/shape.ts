/**
 * What may stand at a place in a file, read from its JSON Schema: the keys, and what their values look like in words.
 * Nothing about a format is written twice.
 */
import type { Path } from './position.ts'

/** A JSON Schema, as far as it is read here. */
export interface SchemaNode {
  /** Several where a bare value may also be null. */
  readonly type?: string | readonly string[]
  readonly const?: string | number | boolean
  readonly enum?: readonly (string | number | boolean)[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: SchemaNode | boolean
  readonly items?: SchemaNode
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** The alternatives of a node, but for null, which only takes away what another file says. */
function alternatives(node: SchemaNode): readonly SchemaNode[] {
  const { type } = node
  if (typeof type === 'object') return type.flatMap((one) => alternatives({ ...node, type: one }))
  const inner = node.anyOf ?? node.oneOf
  if (inner === undefined) return node.type === 'null' ? [] : [node]
  return inner.flatMap((one) => alternatives(node.format === undefined ? one : { format: node.format, ...one }))
}

/**
 * Whether the value can be what the node describes, as far as types and fixed texts tell: a law is known by its name.
 */
function mayBe(node: SchemaNode, value: unknown): boolean {
  if (Array.isArray(value)) return node.type === 'array'
  if (typeof value !== 'object' || value === null) return node.type !== 'object' && node.type !== 'array'
  if (node.type !== 'object') return false
  return Object.entries(node.properties ?? {}).every(
    ([key, property]) => property.const === undefined || Reflect.get(value, key) === property.const,
  )
}

function child(value: unknown, part: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
}

function step(node: SchemaNode, part: string | number): readonly SchemaNode[] {
  if (typeof part === 'number') return node.items === undefined ? [] : [node.items]
  if (node.properties !== undefined && Object.hasOwn(node.properties, part)) return [node.properties[part]]
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []
}

/** What the schema says of a path in a value: one node for each alternative that fits. */
export function nodesAt(schema: SchemaNode, path: Path, value: unknown): readonly SchemaNode[] {
  let nodes: readonly SchemaNode[] = [schema]
  let held = value
  for (const part of path) {
    const fitting = nodes.filter((node) => mayBe(node, held))
    nodes = (fitting.length > 0 ? fitting : nodes).flatMap((node) => step(node, part)).flatMap(alternatives)
    held = child(held, part)
  }
  return nodes
}

/** Keys that may stand in the map at a path; none where any name may. */
export function keysAt(schema: SchemaNode, path: Path, value: unknown): readonly string[] {
  const nodes = nodesAt(schema, path, value)
  const held = path.reduce(child, value)
  const fitting = nodes.filter((node) => mayBe(node, held))
  const chosen = fitting.length > 0 ? fitting : nodes
  return [...new Set(chosen.flatMap((node) => Object.keys(node.properties ?? {})))]
}

/** Texts that may stand at a path, where only some may. */
export function choicesAt(schema: SchemaNode, path: Path, value: unknown): readonly string[] {
  return [...new Set(nodesAt(schema, path, value).flatMap(fixedValues))].map(String)
}

function fixedValues(node: SchemaNode): readonly (string | number | boolean)[] {
  return node.const === undefined ? (node.enum ?? []) : [node.const]
}

/** What may stand at a path, in words. */
export function allowedAt(schema: SchemaNode, path: Path, value: unknown): string {
  const nodes = nodesAt(schema, path, value)
  const choices = choicesAt(schema, path, value)
  const fixed = choices.length > 0 ? [choices.length === 1 ? choices[0] : `one of ${choices.join(', ')}`] : []
  const open = nodes.filter((node) => fixedValues(node).length === 0).map(nodeText)
  return [...new Set([...fixed, ...open])].join(', or ')
}

const plainWords: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
}

function nodeText(node: SchemaNode): string {
  if (node.format === 'date') return 'a date as in 2026-07-01'
  if (node.type === 'number' || node.type === 'integer') return numberText(node)
  const [element] = node.type === 'array' && node.items !== undefined ? alternatives(node.items) : []
  const choices = element === undefined ? [] : fixedValues(element)
  if (choices.length > 1) return `a list of ${choices.join(', ')}`
  const keys = Object.keys(element?.properties ?? {})
  if (keys.length > 0) return `a list of {${keys.join(', ')}}`
  const own = Object.entries(node.properties ?? {})
  const fields = own.flatMap(([key, property]) => fieldText(node, key, property))
  if (own.length > 0 && own.length <= 6) return `{${fields.join(', ')}}`
  return plainWords[String(node.type)] ?? 'something else'
}

/** A field that must be there, with its value where only one may stand; all fields when none must be. */
function fieldText(node: SchemaNode, key: string, property: SchemaNode): readonly string[] {
  if (node.required !== undefined && !node.required.includes(key)) return []
  return [property.const === undefined ? key : `${key}: ${String(property.const)}`]
}

function numberText({ type, minimum, maximum }: SchemaNode): string {
  const what = type === 'integer' ? 'a whole number' : 'a number'
  const low = minimum === undefined || minimum <= -Number.MAX_SAFE_INTEGER ? undefined : minimum
  const high = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum
  if (low !== undefined && high !== undefined) return `${what} from ${low} to ${high}`
  if (low !== undefined) return `${what}, at least ${low}`
  return high === undefined ? what : `${what}, at most ${high}`
}
