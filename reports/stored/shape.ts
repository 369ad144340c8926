/**
 * Reads plain data from JSON, part by part, and says where and what is wrong in words. A null where a number belongs
 * is a number that is none: JSON has no NaN.
 */

/** Reads one value found at `path`. @throws Error that names the path, what is there and what should be */
export type Reader<Value> = (value: unknown, path: string) => Value

function wrong(path: string, wanted: string, given: unknown): Error {
  const shown = given === undefined ? 'nothing' : JSON.stringify(given).slice(0, 40)
  return new Error(`${path === '' ? 'the file' : path}: ${shown} instead of ${wanted}`)
}

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw wrong(path, 'a text', value)
  return value
}

export const number: Reader<number> = (value, path) => {
  if (value === null) return NaN
  if (typeof value !== 'number') throw wrong(path, 'a number', value)
  return value
}

export const truth: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw wrong(path, 'true or false', value)
  return value
}

export function listOf<Value>(item: Reader<Value>): Reader<readonly Value[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrong(path, 'a list', value)
    return value.map((one: unknown, k) => item(one, `${path}[${k}]`))
  }
}

/** Reads what may be absent. */
export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path))
}

type Readers<Value> = { readonly [Key in keyof Value]-?: Reader<Value[Key]> }

/** Reads an object with these fields; what else is there is left out, and so is an optional field that is absent. */
export function objectOf<Value extends object>(fields: Readers<Value>): Reader<Value> {
  const entries = Object.entries<Reader<unknown>>(fields)
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'an object', value)
    const read: Record<string, unknown> = {}
    for (const [name, reader] of entries) {
      const field = reader(Reflect.get(value, name), path === '' ? name : `${path}.${name}`)
      if (field !== undefined) read[name] = field
    }
    return read as Value
  }
}
