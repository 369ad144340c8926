/** Where Chinese makers that sell in Mexico only may sell and build, and whether the US bars them by who owns them. */
import type { Country, Market } from '../../engine/model/inputs/sets.ts'
import { countsIn } from '../compile/dates.ts'
import { type Ban, defaultEntrant, type EntrantRule, type Regime, type ScenarioFile } from '../file/scenario.ts'
import { dayBefore } from './days.ts'
import type { Access } from './lever.ts'

/** A list of countries under the name of a choice. */
interface Named<Place> {
  readonly name: string
  readonly places: readonly Place[]
}

const markets: readonly Named<'US' | 'CA'>[] = [
  { name: 'none', places: [] },
  { name: 'canada', places: ['CA'] },
  { name: 'us-and-canada', places: ['US', 'CA'] },
]
const plants: readonly Named<Market>[] = [
  { name: 'none', places: [] },
  { name: 'mexico', places: ['MX'] },
  { name: 'mexico-and-canada', places: ['CA', 'MX'] },
  { name: 'everywhere', places: ['US', 'CA', 'MX'] },
]

function nameOf(lists: readonly Named<string>[], places: readonly string[] | null | undefined): string | undefined {
  const wanted = (places ?? []).toSorted().join()
  return lists.find((list) => list.places.toSorted().join() === wanted)?.name
}

/** A rule under which nobody may do anything is none: the makers are then like all others. */
function withRule(content: ScenarioFile, said: Partial<EntrantRule>, day: string): ScenarioFile {
  const { [defaultEntrant]: stated, ...others } = content.entrants ?? {}
  const rule: EntrantRule = { ...(stated ?? { from: day }), ...said }
  const mayDoNothing = (rule.mayEnter ?? []).length === 0 && (rule.mayBuild ?? []).length === 0
  const entrants = mayDoNothing ? others : { ...others, [defaultEntrant]: rule }
  const { entrants: _, ...rest } = content
  return Object.keys(entrants).length === 0 ? rest : { ...rest, entrants }
}

/** Markets where they may begin to sell. */
export const chineseMarkets: Access<ScenarioFile, string> = {
  read: ({ entrants }) => nameOf(markets, entrants?.[defaultEntrant]?.mayEnter),
  write: (content, name, day) =>
    withRule(content, { mayEnter: markets.find((list) => list.name === name)?.places ?? [] }, day),
}

/** Countries where they may build or buy a plant. */
export const chinesePlants: Access<ScenarioFile, string> = {
  read: ({ entrants }) => nameOf(plants, entrants?.[defaultEntrant]?.mayBuild),
  write: (content, name, day) =>
    withRule(content, { mayBuild: plants.find((list) => list.name === name)?.places ?? [] }, day),
}

const chinese: readonly Country[] = ['CN']

/** Whether the US bars sales of makers with headquarters in China. */
export const chineseBan: Access<Regime, boolean> = {
  read: (regime, day) =>
    Object.values(regime.bans?.US ?? {}).some(
      (ban) => ban !== null && isOfChina(ban) && countsIn(day, ban.from, ban.to),
    ),
  write: (regime, isBarred, day) => {
    const stated = Object.entries(regime.bans?.US ?? {})
    const bans = stated.flatMap(([name, ban]): (readonly [string, Ban])[] => {
      if (ban === null) return []
      if (!isOfChina(ban) || isBarred) return [[name, ban]]
      return typeof ban.from === 'string' && ban.from >= day ? [] : [[name, { ...ban, to: dayBefore(day) }]]
    })
    const own: Ban = { headquarters: chinese, exempt: ['volvo-cars-geely'], from: day }
    const all = [...bans, ...(isBarred ? [[`connected-vehicles-from-${day.slice(0, 4)}`, own] as const] : [])]
    return { ...regime, bans: { ...regime.bans, US: Object.fromEntries(all) } }
  },
}

function isOfChina({ headquarters }: Ban): boolean {
  return headquarters.includes('CN')
}
