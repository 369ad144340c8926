/** Announcements of plants: that plants, makers and lines are there, that dates count, and that events do not contradict each other. */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { placeCount, regionPlaces } from '../../engine/model/inputs/sets.ts'
import { plantMap } from '../../engine/model/plants/plantMap.ts'
import { firstYear, isDate } from '../compile/dates.ts'
import { canEnter } from '../compile/entrants.ts'
import { slotOf } from '../compile/plantEvents.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import { type NewPlant, type PlantEvent, plantEventKinds } from '../file/plantEvent.ts'
import type { Path } from '../file/position.ts'
import type { Problem } from '../file/problem.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import type { Years } from './policy.ts'

/** What every check of an announcement looks at. */
interface Announcement {
  readonly event: PlantEvent
  readonly path: Path
  readonly industry: Industry
  readonly context: CheckContext
}

/** All that is wrong with what a scenario announces of plants. Nothing is checked without the industry. */
export function plantEventProblems(
  { plants }: ScenarioFile,
  industry: Industry | undefined,
  years: Years,
  context: CheckContext,
): readonly Problem[] {
  const events = plants?.events ?? []
  if (industry === undefined || events.length === 0) return []
  const all = events.map((event, n): Announcement => ({ event, path: ['plants', 'events', n], industry, context }))
  const single = all.flatMap((one) => [
    ...kindProblems(one),
    ...dateProblems(one, years),
    ...plantProblems(one),
    ...moveProblems(one),
  ])
  return single.length > 0 ? single : contradictions(all)
}

function kindProblems({ event, path, context }: Announcement): readonly Problem[] {
  const stated = plantEventKinds.filter((kind) => event[kind] !== undefined)
  if (stated.length === 1) return []
  const allowed = `exactly one of ${plantEventKinds.join(', ')}`
  const given = stated.length === 0 ? 'none of them' : stated.join(' and ')
  return [problemAt(context, path, { message: `an event says ${allowed}; this one says ${given}`, given, allowed })]
}

/** By the rule of half the days: plants are where they are all year. */
function dateProblems({ event: { date }, path, context }: Announcement, { from, to }: Years): readonly Problem[] {
  if (!isDate(date)) return []
  const year = firstYear(date)
  if (year >= from && year <= to) return []
  const allowed = `a date from ${from - 1}-07-02 to ${to}-07-01`
  const message =
    year < from
      ? `${date} comes before the first simulated year, ${from}: plants stand as in the data until then`
      : `${date} counts from ${year}, after the last simulated year, ${to}, and so never`
  return [problemAt(context, [...path, 'date'], { message, given: date, allowed })]
}

/** Names of plants and makers. */
function plantProblems(one: Announcement): readonly Problem[] {
  const { move, capacity, close, open } = one.event
  return [
    ...(move === undefined ? [] : slotProblems(one, move.to, ['move', 'to'])),
    ...(capacity === undefined ? [] : slotProblems(one, capacity.plant, ['capacity', 'plant'])),
    ...(close === undefined ? [] : slotProblems(one, close, ['close'])),
    ...(open === undefined ? [] : slotProblems(one, open, ['open'])),
    ...emptyChange(one),
  ]
}

function slotProblems(
  { path, industry, context }: Announcement,
  plant: string | NewPlant,
  key: readonly string[],
): readonly Problem[] {
  if (slotOf(industry, plant) >= 0) return []
  const isMaker = typeof plant !== 'string'
  const [what, given, at] = isMaker ? ['maker', plant.maker, [...key, 'maker']] : ['plant', plant, key]
  const known = (isMaker ? industry.makers : industry.plants).map(({ id }) => id)
  const message = `unknown ${what}: ${given}; ${nameHint(given, known)}`
  const nearest = nearestName(given, known)
  return [problemAt(context, [...path, ...at], { message, given, allowed: known.join(', '), nearest })]
}

function emptyChange({ event, path, industry, context }: Announcement): readonly Problem[] {
  const { capacity } = event
  if (capacity === undefined) return []
  const at = [...path, 'capacity', 'change']
  if (capacity.change === 0) return [problemAt(context, at, { message: 'a change of 0 changes nothing', given: '0' })]
  const plant = industry.plants.findIndex(({ id }) => id === capacity.plant)
  const room = plant < 0 ? Infinity : Math.round(industry.plantCapacity[plant])
  if (-capacity.change <= room) return []
  const message = `${capacity.plant} has a capacity of ${room} vehicles a year, and cannot lose ${-capacity.change}`
  return [problemAt(context, at, { message, given: String(capacity.change), allowed: `at least ${-room}` })]
}

function moveProblems({ event, path, industry, context }: Announcement): readonly Problem[] {
  const { move } = event
  if (move === undefined) return []
  const { line: id, to } = move
  const at = [...path, 'move', 'line']
  const ids = industry.lines.map((line) => line.id)
  const j = ids.indexOf(id)
  if (j < 0) {
    const same = ids.filter((known) => known.startsWith(`${id.split('@')[0]}@`))
    const hint = same.length > 0 ? `it is built as ${same.join(', ')}` : nameHint(id, ids)
    const message = `unknown line: ${id}; ${hint}`
    return [problemAt(context, at, { message, given: id, allowed: (same.length > 0 ? same : ids).join(', ') })]
  }
  const maker = industry.productMaker[industry.lineProduct[j]]
  if (canEnter(industry, maker)) {
    const message = `${industry.makers[maker].name} may come in as an entrant, which decides by itself: write entrants for it`
    return [problemAt(context, at, { message, given: id })]
  }
  const slot = slotOf(industry, to)
  return slot < 0 ? [] : destinationProblems({ event, path, industry, context }, j, slot)
}

/** A line goes to another plant, of its own maker, in a country where it can be built. */
function destinationProblems({ path, industry, context }: Announcement, j: number, slot: number): readonly Problem[] {
  const { owned, ownedOff, names, place } = plantMap(industry)
  const maker = industry.productMaker[industry.lineProduct[j]]
  const own = [...owned.subarray(ownedOff[maker * regionPlaces], ownedOff[(maker + 1) * regionPlaces])]
  const at = [...path, 'move', 'to']
  const line = industry.lines[j].id
  if (industry.linePlant[j] === slot) {
    return [problemAt(context, at, { message: `${line} is built at ${names[slot]} already`, given: names[slot] })]
  }
  if (!own.includes(slot)) {
    const allowed = own.flatMap((one) => (one < industry.plants.length ? [industry.plants[one].id] : [])).join(', ')
    const message = `${names[slot]} is no plant of ${industry.makers[maker].name}, which builds ${line}; its own are ${allowed}`
    return [problemAt(context, at, { message, given: names[slot], allowed })]
  }
  if (industry.placePrior[j * placeCount + place[slot]] > 0) return []
  const message = `${line} cannot be built in the country of ${names[slot]} in this model`
  return [problemAt(context, at, { message, given: names[slot] })]
}

/** Two moves of one line, a plant that closes twice, or anything that goes to a plant once it has closed. */
function contradictions(all: readonly Announcement[]): readonly Problem[] {
  const seen = new Map<string, Announcement>()
  return all.flatMap((one) => {
    const { event, path, context } = one
    const about = event.move?.line ?? event.close
    const before = about === undefined ? undefined : seen.get(about)
    if (about !== undefined) seen.set(about, one)
    const closed = all.find(({ event: { close, date } }) => {
      const to = event.move?.to ?? event.capacity?.plant
      return close !== undefined && close === to && firstYear(date) <= firstYear(event.date)
    })
    const problems: Problem[] = []
    if (about !== undefined && before !== undefined) {
      const message = `${about} ${event.close === undefined ? 'moves' : 'closes'} on ${before.event.date} already: an event for each`
      problems.push(problemAt(context, path, { message, given: about }))
    }
    if (closed !== undefined) {
      const message = `${closed.event.close} closes on ${closed.event.date}, so that nothing can come to it on ${event.date}`
      problems.push(problemAt(context, path, { message, given: event.date }))
    }
    return problems
  })
}
