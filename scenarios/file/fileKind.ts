/**
 * Kinds of files that are checked by a schema: what fits, what does not, and the schema in a form that can be read. All
 * schemas are built with `z` from here, and each is held by the compiler to the type of what it lets through.
 */
import { z } from 'zod'
import type { SchemaNode } from './shape.ts'

export { z }

type Leaf = string | number | boolean | null | undefined
type ReadOnly<T> = T extends Leaf
  ? T
  : T extends readonly (infer Item)[]
    ? readonly ReadOnly<Item>[]
    : { readonly [Key in keyof T]: ReadOnly<T[Key]> }
/** With every field there: a field that one of two types leaves out tells them apart, though it may be absent in both. */
type Whole<T> = T extends Leaf
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : { readonly [Key in keyof T]-?: Whole<T[Key]> }
type Both<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

/** True where two types of plain data have the same fields, all the way down; lists may be read-only in one alone. */
type Same<One, Other> = Both<ReadOnly<One>, ReadOnly<Other>> extends true ? Both<Whole<One>, Whole<Other>> : false

/**
 * As in `schemaOf<Quota>()(z.strictObject({ ... }))`: the schema as it is, where it lets through what the type says, no
 * field more and none less; anything else does not compile. The types are written out, and not inferred, because each
 * file's declarations are made from that file alone.
 */
export function schemaOf<Content>(): <Checker extends z.ZodType>(
  schema: Same<Content, z.output<Checker>> extends true ? Checker : ['not as the type says', z.output<Checker>],
) => Checker {
  return (schema) => schema as never
}

/** One thing that does not fit, in the words of the checker. */
export interface SchemaIssue {
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly SchemaIssue[])[]
}

export interface FileKind<Content> {
  /** True when the schema finds nothing wrong. */
  readonly fits: (value: unknown) => value is Content
  /** What does not fit; nothing when the value is such a file. */
  readonly issues: (value: unknown) => readonly SchemaIssue[]
  /** Made when it is first asked for, which only messages do. */
  readonly schema: () => SchemaNode
  /** What it is called, as in `a scenario`. */
  readonly what: string
  /** The content of a file that says nothing. */
  readonly nothing: Content
}

/**
 * @param what it is called, as in `a scenario`
 * @param nothing what is left of a file in which nothing fits
 */
export function fileKind<Content>(what: string, checker: z.ZodType<Content>, nothing: Content): FileKind<Content> {
  let schema: SchemaNode | undefined
  return {
    fits: (value): value is Content => checker.safeParse(value).success,
    issues: (value) => checker.safeParse(value).error?.issues.map(plainIssue) ?? [],
    schema: () => (schema ??= jsonSchema(checker)),
    what,
    nothing,
  }
}

/** JSON Schema (2020-12) of what a schema takes. */
export function jsonSchema(checker: z.ZodType): SchemaNode {
  return z.toJSONSchema(checker, { target: 'draft-2020-12', io: 'input' }) as SchemaNode
}

/** The parts of an issue that are read here; a key of a path is a text or a number, as in JSON. */
function plainIssue(issue: z.core.$ZodIssue): SchemaIssue {
  return {
    code: issue.code,
    path: issue.path.filter((part) => typeof part !== 'symbol'),
    message: issue.message,
    ...('keys' in issue && issue.code === 'unrecognized_keys' ? { keys: issue.keys } : {}),
    ...(issue.code === 'invalid_union' ? { errors: issue.errors.map((branch) => branch.map(plainIssue)) } : {}),
  }
}
