/**
 * JSON that this program wrote, read back by its schema. What does not fit is said with its path, what stands there and
 * what should: somebody has changed the file, or another version wrote it.
 */
import { z, jsonSchema } from './fileKind.ts'
import { type Path, pathText } from './position.ts'
import { allowedAt } from './shape.ts'

/** Reads a number. JSON has no NaN and no Infinity: they are stored as null, which is read as NaN. */
export const storedNumber: z.ZodType<number> = z
  .number()
  .nullable()
  .transform((value) => value ?? NaN)

/** A field that is always there and may hold undefined, which JSON leaves out. */
export function orUndefined<Value>(schema: z.ZodType<Value>): z.ZodType<Value | undefined> {
  return schema.optional().transform((value): Value | undefined => value)
}

/**
 * The value as the schema lets it through; fields that the schema does not name are left out.
 * @throws Error that names the path inside the file, as in `plants[0].seed: "seven" instead of a number`
 */
export function readStored<Content>(schema: z.ZodType<Content>, value: unknown): Content {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  const place = path.length === 0 ? 'the file' : pathText(path)
  if (issue.code === 'custom') throw new Error(`${place}: ${issue.message}`)
  throw new Error(`${place}: ${shownAt(value, path)} instead of ${allowedAt(jsonSchema(schema), path, value)}`)
}

const mostLetters = 40

function shownAt(value: unknown, path: Path): string {
  const found = path.reduce<unknown>(
    (held, part) => (typeof held === 'object' && held !== null ? Reflect.get(held, part) : undefined),
    value,
  )
  return found === undefined ? 'nothing' : JSON.stringify(found).slice(0, mostLetters)
}
