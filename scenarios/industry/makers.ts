/**
 * Makers: manufacturers of the nameplates, then the Chinese brands that sell in Mexico only. Rule `makers`.
 */
import type { Maker } from '../../engine/model/inputs/industry.ts'
import { rejectUnknown } from './cells.ts'
import { countryOfName } from './countryNames.ts'
import type { DataProblem } from './problems.ts'
import type { Tables } from './tables.ts'
import type { Targets } from './targets.ts'

export interface MakerSketch {
  readonly maker: Maker
  readonly mexicoOnly: boolean
}

export interface MakerSketches {
  readonly sketches: readonly MakerSketch[]
  readonly names: readonly string[]
  /** Plants whose owner is no maker. */
  readonly problems: readonly DataProblem[]
}

/** Makers of the nameplates, and Chinese brands that sell in Mexico only; with what is wrong with their plants. */
export function makersOf({ models, plants }: Tables, targets: Targets): MakerSketches {
  const headquarters = new Map(models.map((row) => [row.maker, countryOfName[row.headquarters]]))
  const listed = [...headquarters].map(([name, country]) => ({ maker: toMaker(name, country), mexicoOnly: false }))
  const brands = [...targets.chineseBrandSales.keys()].filter((brand) => !headquarters.has(brand))
  const chinese = brands.map((brand) => ({ maker: toMaker(brand, 'CN'), mexicoOnly: true }))
  const sketches = [...listed, ...chinese]
  const names = sketches.map(({ maker }) => maker.name)
  const problems: DataProblem[] = []
  for (const { row, owner } of plants) {
    if (makerOfOwner(owner, names) < 0) rejectUnknown(row, 'owner', problems, owner, names)
  }
  return { sketches, names, problems }
}

function toMaker(name: string, headquarters: Maker['headquarters']): Maker {
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    name,
    headquarters,
  }
}

/**
 * The maker that a plant's owner text names first: `Toyota/Mazda JV` is Toyota's, `Giant Motors/JAC` is JAC's.
 * Returns -1 where it names none.
 */
export function makerOfOwner(owner: string, names: readonly string[]): number {
  let best = -1
  let first = Infinity
  names.forEach((name, f) => {
    const position = owner.indexOf(name)
    if (position >= 0 && position < first) [best, first] = [f, position]
  })
  return best
}
