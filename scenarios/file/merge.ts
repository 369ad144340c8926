/**
 * How a scenario that extends another changes it: maps are joined key by key, and what comes later wins.
 *
 * - `null` takes away what an earlier file, or the regime that a regime extends, says under that key.
 * - Lists and dated values are replaced as a whole, and so is a parameter's law.
 */

type Plain = Readonly<Record<string, unknown>>

/** A map as YAML or JSON has it: neither null nor a list. */
export function isPlainObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A law is one thing: half of one and half of another would be neither. */
function isWhole(value: Plain): boolean {
  return 'law' in value
}

/**
 * `later` over `earlier`. A null stays as a mark, so that it can also take away what a regime inherits: see
 * `withoutNulls`.
 */
export function merge(earlier: unknown, later: unknown): unknown {
  if (later === undefined) return earlier
  if (!isPlainObject(earlier) || !isPlainObject(later) || isWhole(later)) return later
  const joined: Record<string, unknown> = { ...earlier }
  for (const [key, value] of Object.entries(later)) {
    // An own property, whatever its name: assigning to __proto__ would set the prototype instead.
    Object.defineProperty(joined, key, {
      value: merge(Object.hasOwn(joined, key) ? joined[key] : undefined, value),
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  return joined
}

/** The same data without the keys that hold null, at any depth. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isPlainObject(value)) return value
  const kept = Object.entries(value).filter(([, held]) => held !== null && held !== undefined)
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutNulls(held)]))
}
