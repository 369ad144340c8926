/**
 * Kinds of files that are checked by a schema: what fits, what does not, and the schema in a form that can be read. All
 * schemas are built with `z` from here.
 */
import { z } from 'zod'
import type { SchemaNode } from './shape.ts'

export { z }

/** One thing that does not fit, in the words of the checker. */
export interface SchemaIssue {
  readonly code: string
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly expected?: string
  readonly keys?: readonly string[]
  readonly values?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly errors?: readonly (readonly SchemaIssue[])[]
}

export interface FileKind<Content> {
  /** True when the schema finds nothing wrong. */
  readonly fits: (value: unknown) => value is Content
  /** What does not fit; nothing when the value is such a file. */
  readonly issues: (value: unknown) => readonly SchemaIssue[]
  readonly schema: SchemaNode
  /** The content of a file that says nothing. */
  readonly nothing: Content
}

export function fileKind<Content>(checker: z.ZodType, nothing: Content): FileKind<Content> {
  return {
    fits: (value): value is Content => checker.safeParse(value).success,
    issues: (value) => {
      const result = checker.safeParse(value)
      return result.success ? [] : (result.error.issues as unknown as readonly SchemaIssue[])
    },
    schema: z.toJSONSchema(checker, { target: 'draft-2020-12' }) as SchemaNode,
    nothing,
  }
}
