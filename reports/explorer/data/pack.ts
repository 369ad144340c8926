/**
 * Plain data and typed arrays as JSON that a browser reads back to the bit. What stands in it more than once, as whole regimes do
 * in a library, is written once: `{"$same": 3}` stands for number 3 of the shared things.
 */

/** JSON of a value, and of what it shares. */
interface Packed {
  readonly shared: readonly unknown[]
  readonly value: unknown
}

const arrays = { Float64Array, Int32Array, Int16Array, Int8Array, Uint8Array, Uint16Array, Uint32Array } as const
type ArrayName = keyof typeof arrays
type NumberArray = InstanceType<(typeof arrays)[ArrayName]>

/** Shorter texts take less room than what would stand for them. */
const shortestShared = 40

/**
 * @param value of plain objects, lists, texts, numbers and typed arrays; what is undefined is left out
 * @throws TypeError for anything else, as a function or a Map
 */
export function pack(value: unknown): string {
  const counts = new Map<string, number>()
  const texts = new WeakMap<object, string>()
  const count = (one: unknown): string => {
    if (typeof one !== 'object' || one === null) return JSON.stringify(plain(one))
    const known = texts.get(one)
    const text = known ?? textOf(one, count)
    texts.set(one, text)
    counts.set(text, (counts.get(text) ?? 0) + 1)
    return text
  }
  count(value)
  const shared: unknown[] = []
  const places = new Map<string, number>()
  const write = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return plain(one)
    const text = texts.get(one) ?? ''
    if (text.length < shortestShared || (counts.get(text) ?? 0) < 2) return written(one, write)
    const at = places.get(text)
    if (at !== undefined) return { $same: at }
    // What it is made of comes first, so that reading goes once through the list.
    const whole = written(one, write)
    places.set(text, shared.length)
    shared.push(whole)
    return { $same: shared.length - 1 }
  }
  const packed: Packed = { value: write(value), shared }
  return JSON.stringify(packed)
}

function textOf(one: object, text: (inner: unknown) => string): string {
  if (ArrayBuffer.isView(one)) return JSON.stringify(writtenArray(one))
  if (Array.isArray(one)) return `[${one.map(text).join()}]`
  return `{${entriesOf(one)
    .map(([key, inner]) => `${JSON.stringify(key)}:${text(inner)}`)
    .join()}}`
}

function written(one: object, write: (inner: unknown) => unknown): unknown {
  if (ArrayBuffer.isView(one)) return writtenArray(one)
  if (Array.isArray(one)) return one.map(write)
  return Object.fromEntries(entriesOf(one).map(([key, inner]) => [key, write(inner)]))
}

function entriesOf(one: object): readonly [string, unknown][] {
  const prototype: unknown = Object.getPrototypeOf(one)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`cannot be packed: ${one.constructor.name}`)
  }
  return Object.entries(one).filter(([, inner]) => inner !== undefined)
}

function writtenArray(view: ArrayBufferView): unknown {
  const name = view.constructor.name
  if (!isArrayName(name)) throw new TypeError(`cannot be packed: ${name}`)
  return { $array: name, of: Array.from(view as NumberArray, plain) }
}

function isArrayName(name: string): name is ArrayName {
  return Object.hasOwn(arrays, name)
}

/** A text, a number or a truth as JSON can hold it. */
function plain(one: unknown): unknown {
  if (typeof one === 'function' || typeof one === 'symbol' || typeof one === 'bigint') {
    throw new TypeError(`cannot be packed: ${String(one)}`)
  }
  if (typeof one !== 'number') return one ?? null
  return Number.isFinite(one) && !Object.is(one, -0) ? one : { $number: Object.is(one, -0) ? '-0' : String(one) }
}

/**
 * What `pack` was given; equal things are one thing.
 *
 * @throws SyntaxError for a text that is no JSON
 */
export function unpack(text: string): unknown {
  const { shared, value } = JSON.parse(text) as Packed
  const known: unknown[] = []
  // What was parsed becomes what is read, in its place: another of each object would take four times as long.
  const read = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    if ('$same' in one) return known[Number(one.$same)]
    if ('$number' in one) return Number(one.$number)
    if ('$array' in one) return readArray(one as { readonly $array: ArrayName; readonly of: readonly unknown[] })
    const inner = one as Record<string, unknown>
    for (const key of Object.keys(inner)) {
      if (typeof inner[key] === 'object') inner[key] = read(inner[key])
    }
    return one
  }
  for (const one of shared) known.push(read(one))
  return read(value)
}

function readArray({ $array, of }: { readonly $array: ArrayName; readonly of: readonly unknown[] }): NumberArray {
  return arrays[$array].from(
    of.map((one) => (typeof one === 'number' ? one : Number((one as { readonly $number: string }).$number))),
  )
}
