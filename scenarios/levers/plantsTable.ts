/** Levers: announcements of plants, and how long an idle plant is kept. */
import { defaults } from '../file/resolved.ts'
import type { PlantEvent } from '../file/plantEvent.ts'
import type { ScenarioFile } from '../file/scenario.ts'
import { numberLever, switchLever, type Access, type Lever } from './lever.ts'

const group = 'Plants'

/** What makers have announced in 2025 and 2026: the events of the library's scenario announced-plants, which has their sources. */
const announced: readonly PlantEvent[] = [
  { date: '2026-02-02', capacity: { plant: 'CA-GM-OSH', change: -56_000 } },
  { date: '2027-01-01', move: { line: 'chevrolet-blazer@MX-GM-RAM', to: 'US-GM-SPH' } },
  { date: '2027-01-01', move: { line: 'jeep-compass@MX-STL-TOL', to: 'US-STL-BEL' } },
  { date: '2027-07-01', move: { line: 'chevrolet-equinox@MX-GM-SLP', to: 'US-GM-FFX' } },
  { date: '2030-01-01', capacity: { plant: 'US-TOY-TMMTX', change: 113_000 } },
  { date: '2030-01-01', move: { line: 'toyota-tacoma@MX-TOY-BAJ', to: 'US-TOY-TMMTX' } },
]

function saysSame(one: PlantEvent, other: PlantEvent): boolean {
  return JSON.stringify([one.date, one.move, one.capacity]) === JSON.stringify([other.date, other.move, other.capacity])
}

const announcements: Access<ScenarioFile, boolean> = {
  read: ({ plants }) => announced.every((event) => plants?.events?.some((one) => saysSame(event, one)) === true),
  write: (content, areMade) => {
    const others = (content.plants?.events ?? []).filter((event) => !announced.some((one) => saysSame(event, one)))
    const events = [...others, ...(areMade ? announced : [])].toSorted((one, other) => (one.date < other.date ? -1 : 1))
    return { ...content, plants: { ...content.plants, events } }
  },
}

const closing: Access<ScenarioFile, number> = {
  read: ({ plants }) => plants?.closeAfter ?? defaults.closeAfter,
  write: (content, closeAfter) => ({ ...content, plants: { ...content.plants, closeAfter } }),
}

export const plantsLevers: readonly Lever[] = [
  switchLever(
    {
      id: 'announced-plants',
      title: 'Makers do what they have announced of their plants',
      group,
      unit: '',
      rule: 'The moves and capacities that GM, Stellantis and Toyota announced in 2025 and 2026 take place on their days; lines may go back at their next redesign.',
      source: 'Scenario announced-plants, which has the sources of each',
      outcomes: ['output.US', 'output.MX', 'output.CA', 'linesIn.US'],
      touches: ['plants'],
    },
    announcements,
  ),
  numberLever(
    {
      id: 'close-after',
      title: 'Years after which an idle plant closes for good',
      group,
      unit: 'years',
      rule: 'A plant without a line is kept this long, from the first simulated year on, whatever levers-from says.',
      source: 'A judgement (section 10 of docs/model.md)',
      outcomes: ['plantsClosed.US', 'plantsActive.MX', 'plantsActive.US', 'plantsClosed.MX'],
      touches: ['plants'],
    },
    [1, 10, 1],
    closing,
  ),
]
