/**
 * JSON Schemas of scenario and sweep files, for editors: the schemas by which files are checked, with the names that one may write
 * added, which an editor offers: levers with what each may be set to, outcomes, scenarios of the library. Names of a user's own
 * stay allowed where files allow them; the checks of a file never read what is added here.
 */
import { outcomeDefinitions } from '../engine/model/accounts/outcomes.ts'
import { scenarioKind } from './file/schema.ts'
import type { SchemaNode } from './file/shape.ts'
import { libraryNames } from './join/library.ts'
import type { Lever } from './levers/lever.ts'
import { levers } from './levers/table.ts'
import { sweepKind } from './sweep/sweepFile.ts'

type JsonSchema = Readonly<Record<string, unknown>>
type Properties = Readonly<Record<string, SchemaNode>>

/** JSON Schema (2020-12) of scenario files. */
export function scenarioJsonSchema(): JsonSchema {
  const schema = scenarioKind.schema()
  const { extends: parents, baseline, set, outcomes, ...others } = schema.properties ?? {}
  return {
    ...schema,
    properties: {
      ...others,
      extends: offering(parents, libraryNames()),
      baseline: offering(baseline, libraryNames()),
      set: { ...set, anyOf: set.anyOf?.map((node) => (node.type === 'object' ? onlyLevers(node) : node)) },
      outcomes: withOutcomes(outcomes),
    },
  }
}

/** JSON Schema (2020-12) of sweep files. */
export function sweepJsonSchema(): JsonSchema {
  const schema = sweepKind.schema()
  const { scenario, baseline, levers: stated, outcomes, ...others } = schema.properties ?? {}
  const [lever, values] =
    typeof stated.additionalProperties === 'object' ? (stated.additionalProperties.anyOf ?? []) : []
  const { lever: id, ...said } = lever.properties ?? {}
  const ids = levers.map((one) => one.id)
  return {
    ...schema,
    properties: {
      ...others,
      scenario: offering(scenario, libraryNames()),
      baseline: offering(baseline, libraryNames()),
      levers: { ...withLevers(stated, leverNode), additionalProperties: { anyOf: [ownLever, values] } },
      outcomes: withOutcomes(outcomes),
    },
    $defs: { lever: { ...lever, properties: { ...said, lever: offering(id, ids) } } },
  }
}

/** A lever that says what it changes, under a name of the user's own or one of the table. */
const ownLever = { $ref: '#/$defs/lever' }

/** A node with values that an editor offers and that are not the only ones. */
function offering(node: SchemaNode, examples: readonly string[]): JsonSchema {
  return { ...node, examples }
}

/** A map by names of levers: each of the table with its title, its rule and its values. */
function withLevers(map: SchemaNode, node: (lever: Lever) => JsonSchema): JsonSchema {
  const properties = levers.map((lever) => {
    const { id, title, unit, rule } = lever
    return [id, { title, description: unit === '' ? rule : `${rule} (${unit})`, ...node(lever) }]
  })
  return { ...map, properties: Object.fromEntries(properties) as Properties }
}

/** Scenarios set levers of the table and nothing else. */
function onlyLevers(map: SchemaNode): JsonSchema {
  return { ...withLevers(map, settingNode), additionalProperties: false }
}

/** What one lever may be set to. */
function valueNode({ values }: Lever): JsonSchema {
  if (values.kind === 'number') return { type: 'number', minimum: values.least, maximum: values.most }
  if (values.kind === 'switch') return { type: 'boolean' }
  // A name such as 85 may be written as a number.
  return { enum: values.choices.flatMap(({ value }) => (isNumber(value) ? [value, Number(value)] : [value])) }
}

/** In a scenario: a value, or null for what an extended file sets. */
function settingNode(lever: Lever): JsonSchema {
  return { anyOf: [valueNode(lever), { type: 'null' }] }
}

/** In a sweep: its values as a list, those of numbers also in equal steps; or a lever of the user's own under this name. */
function leverNode(lever: Lever): JsonSchema {
  const value = valueNode(lever)
  const list = { type: 'array', items: value, minItems: 1 }
  const steps = {
    type: 'object',
    properties: { from: value, to: value, steps: { type: 'integer', minimum: 2, maximum: 1000 } },
    required: ['from', 'to', 'steps'],
    additionalProperties: false,
  }
  return { anyOf: [list, ...(lever.values.kind === 'number' ? [steps] : []), ownLever] }
}

/** A list of outcomes: those of the catalogue are offered, and derived ones are names of the user's own. */
function withOutcomes(list: SchemaNode): JsonSchema {
  const items = { type: 'string', minLength: 1, examples: outcomeDefinitions.map(({ id }) => id) }
  return list.anyOf === undefined
    ? { ...list, items }
    : { ...list, anyOf: list.anyOf.map((node) => (node.type === 'array' ? { ...node, items } : node)) }
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}
