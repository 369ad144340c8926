/** What the package asks of others and takes from them: `package.json` and `package-lock.json`. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const root = new URL('../../', import.meta.url)

const packageSchema = z.object({
  engines: z.object({ node: z.string() }),
  files: z.array(z.string()),
  dependencies: z.record(z.string(), z.string()),
})

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      engines: z.record(z.string(), z.string()).optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, root), 'utf8'))
}

/** `package.json`, as far as it says what ours asks for. */
export const ours: {
  readonly engines: { readonly node: string }
  readonly files: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
} = packageSchema.parse(read('package.json'))

/** A package that is installed with ours. */
export interface Installed {
  readonly name: string
  readonly version: string
  readonly license: string
  /** True where it is taken only if it can be had, as what is compiled for one machine. */
  readonly optional: boolean
  /** Versions of Node that it asks for; undefined where it says nothing. */
  readonly node: string | undefined
}

/** Everything that is installed with `npm ci --omit=dev`, by name and version, each once. */
export function productionPackages(): readonly Installed[] {
  const { packages } = lockSchema.parse(read('package-lock.json'))
  const found = Object.entries(packages).flatMap(([path, entry]): Installed[] => {
    if (path === '' || entry.dev === true) return []
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const { version = '', license = '', optional = false, engines } = entry
    return [{ name, version, license, optional, node: engines?.['node'] }]
  })
  const once = new Map(found.map((one) => [`${one.name}@${one.version}`, one]))
  return [...once.values()].toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
}

/** As three numbers: `>= 14.6` is [14, 6, 0]. @throws where a range is no lowest version, so that somebody looks at it */
export function lowestVersion(range: string): readonly [number, number, number] {
  // Any version.
  if (range.trim() === '*') return [0, 0, 0]
  const found = /^>=\s*(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(range.trim())
  if (found === null) throw new RangeError(`engines: ${range} is no lowest version; teach lowestVersion to read it`)
  const [major = 0, minor = 0, patch = 0] = found
    .slice(1)
    .map((part) => (part === undefined || part === 'x' ? 0 : Number(part)))
  return [major, minor, patch]
}
