/** Stored JSON is read back by its schema, and the compiler holds the schema to the type. */
import { describe, expect, test } from 'vitest'
import { schemaOf, z } from '../../../scenarios/file/fileKind.ts'
import { orUndefined, readStored, storedNumber } from '../../../scenarios/file/storedJson.ts'

interface Row {
  readonly name: string
  readonly mean: number
  readonly better: number | undefined
  readonly note?: string
  readonly kinds: readonly ('plant' | 'line')[]
}

const kinds = z.array(z.enum(['plant', 'line']))
const fields = { name: z.string(), mean: storedNumber, better: orUndefined(storedNumber), kinds }
const row = schemaOf<Row>()(z.object({ ...fields, note: z.string().exactOptional() }))

describe('stored JSON', () => {
  test('keeps what the schema names, and reads null as a number that is none', () => {
    const stored = { name: 'a', mean: null, kinds: ['line'], later: 1 }
    expect(readStored(row, stored)).toEqual({ name: 'a', mean: NaN, better: undefined, kinds: ['line'] })
  })

  test.each([
    [{ name: 7, mean: 1, kinds: [] }, 'name: 7 instead of a text'],
    [{ name: 'a', kinds: [] }, 'mean: nothing instead of a number'],
    [{ name: 'a', mean: 1, better: 'yes', kinds: [] }, 'better: "yes" instead of a number'],
    [{ name: 'a', mean: 1, kinds: ['line', 'car'] }, 'kinds[1]: "car" instead of one of plant, line'],
    [{ name: 'a', mean: 1, kinds: {} }, 'kinds: {} instead of a list of plant, line'],
    [7, 'the file: 7 instead of {name, mean, kinds}'],
  ])('that does not fit is named by its path: %o', (stored, message) => {
    expect(() => readStored(row, stored)).toThrow(message)
  })
})

test('a schema that lets through another type does not compile', () => {
  const check = schemaOf<Row>()
  // @ts-expect-error -- a field is missing
  check(z.object(fields))
  // @ts-expect-error -- a field must be there that the type leaves open
  check(z.object({ ...fields, note: z.string() }))
  // @ts-expect-error -- any text passes for a kind
  check(z.object({ ...fields, note: z.string().exactOptional(), kinds: z.array(z.string()) }))
  // @ts-expect-error -- a kind is missing
  check(z.object({ ...fields, note: z.string().exactOptional(), kinds: z.array(z.enum(['line'])) }))
  expect(check(row)).toBe(row)
})
