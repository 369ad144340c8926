/** Content that programmes ask: that wider content is not asked less of than narrower, and that it can be reached. */
import { type Country, countries, type Market } from '../../engine/model/inputs/sets.ts'
import { valueIn } from '../compile/dated.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { Programme } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'

/** Parameters on whose laws it depends how far content can reach, and so whether a floor can be met. */
export const contentParameters = ['assemblyCostShare', 'rvcSlack', 'lvcSlack'] as const

/** What the laws of the parameters leave room for, as fractions of vehicle value. */
export interface ContentLimits {
  /** Least share of assembly in a vehicle's cost. */
  readonly assembly: number
  /** Most content that customs may count beyond what is there. */
  readonly regionalSlack: number
  readonly labourSlack: number
  /** Simulated years in which rules are looked at. */
  readonly from: number
  readonly to: number
}

type Kind = 'us' | 'labour' | 'regional' | 'nonChinese'

/** Countries whose content counts. */
const counted: Readonly<Record<Kind, readonly Country[]>> = {
  us: ['US'],
  labour: ['US', 'CA'],
  regional: ['US', 'CA', 'MX'],
  nonChinese: countries.filter((country) => country !== 'CN'),
}

/**
 * Pairs in which the second, wider content is asked at least as much as the first. US content above labour value
 * content is left alone: a US floor of 50% beside the 40% of the USMCA has been proposed, and makes the latter idle
 * only.
 */
const nested: readonly (readonly [Kind, Kind])[] = [
  ['us', 'regional'],
  ['labour', 'regional'],
  ['us', 'nonChinese'],
  ['labour', 'nonChinese'],
  ['regional', 'nonChinese'],
]

const words: Readonly<Record<Kind, string>> = {
  us: 'US content',
  labour: 'labour value content',
  regional: 'regional content',
  nonChinese: 'content that is not Chinese',
}

/** The first year in which a floor is below one that it includes, or above what any vehicle that may use the programme can reach. */
export function floorProblems(
  programme: Pick<Programme, 'origins' | 'content'>,
  market: Market,
  path: Path,
  limits: ContentLimits,
  context: CheckContext,
): readonly Problem[] {
  const rule = programme.content
  if (rule === null || rule === undefined) return []
  const at = (kind: Kind): Path => [...path, 'content', kind]
  for (let year = limits.from; year <= limits.to; year++) {
    const asked = (kind: Kind): number => valueIn(year, rule[kind])
    for (const [narrow, wide] of nested) {
      if (rule[wide] === undefined || asked(wide) === 0 || asked(narrow) <= asked(wide)) continue
      const message =
        `asks ${asked(wide)} in ${year}, less than the ${asked(narrow)} of ${words[narrow]} that it holds: ` +
        `no vehicle could meet one and miss the other. Write at least ${asked(narrow)}, or leave it out`
      const allowed = `at least ${asked(narrow)}`
      return [problemAt(context, at(wide), { message, given: String(asked(wide)), allowed })]
    }
    for (const kind of Object.keys(counted) as readonly Kind[]) {
      const regionalSlack = limits.regionalSlack * valueIn(year, rule.rollUp, 1)
      const most = greatestReach(kind, programme, market, valueIn(year, rule.labourCredits), {
        ...limits,
        regionalSlack,
      })
      if (asked(kind) <= most) continue
      const message =
        `no vehicle can reach ${asked(kind)} of ${words[kind]}: assembly outside it is at least ${limits.assembly} ` +
        `of the value, which leaves ${most} at most`
      return [problemAt(context, at(kind), { message, given: String(asked(kind)), allowed: `at most ${most}` })]
    }
  }
  return []
}

/** Most that any vehicle which may use the programme can show. */
function greatestReach(
  kind: Kind,
  { origins }: Pick<Programme, 'origins'>,
  market: Market,
  credits: number,
  limits: ContentLimits,
): number {
  const abroad = countries.filter((country) => country !== market)
  const from = origins === 'any' || origins === undefined ? abroad : origins
  const users = from.filter((country) => country !== market)
  const isDomestic = users.length === 0
  if (isDomestic || users.some((country) => counted[kind].includes(country))) return 1
  const slack = kind === 'regional' ? limits.regionalSlack : kind === 'labour' ? limits.labourSlack + credits : 0
  return Math.min(1, Number((1 - limits.assembly + slack).toPrecision(9)))
}
