/**
 * The picture of the house, docs/images/house.svg: a floor for each house of the tower, its rooms as boxes, and an arrow
 * from a room to another where files of the one import files of the other. An arrow is left out where a longer way of
 * arrows leads to the same room. Places come from a layered layout (dagre), so that arrows point to the left and down.
 */
import { Graph as LayoutGraph, layout } from '@dagrejs/dagre'
import type { Graph } from './circles.ts'
import { roomGraph } from './circles.ts'
import { rooms } from './rooms.ts'
import type { Source } from './sources.ts'

const houses = ['cli', 'reports', 'studies', 'scenarios', 'engine']
const words: Readonly<Record<string, string>> = {
  cli: 'reads words, asks, prints',
  reports: 'turns stored results into tables, text, charts and pages',
  studies: 'carries out what a command or a program asks, into a folder of results',
  scenarios: 'from files of text to the flat arrays that the model reads',
  engine: 'draws, computes and summarises',
}
const margin = 16
const floorTop = 46
const floorGap = 30
const boxHeight = 30
const letter = 7.8

interface Box {
  readonly room: string
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Floor {
  readonly house: string
  readonly boxes: readonly Box[]
  readonly arrows: readonly (readonly { readonly x: number; readonly y: number }[])[]
  readonly width: number
  readonly height: number
}

function houseOf(room: string): string {
  return room.split('/')[0]
}

/** What stands in the box of a room. */
function labelOf(room: string): string {
  if (room === 'cli') return 'commands'
  if (houses.includes(room)) return 'index.ts'
  return room.slice(room.lastIndexOf('/') + 1)
}

/** Whether `to` is reached from `from` over one room or more in between. */
function hasDetour(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>()
  const reaches = (node: string): boolean => {
    if (node === to) return true
    if (seen.has(node)) return false
    seen.add(node)
    return [...(graph.get(node) ?? [])].some(reaches)
  }
  return [...(graph.get(from) ?? [])].some((next) => next !== to && reaches(next))
}

/** The arrows of `graph` that no longer way replaces. */
function arrowsOf(graph: Graph): [string, string][] {
  return [...graph].flatMap(([from, targets]) =>
    [...targets].filter((to) => !hasDetour(graph, from, to)).map((to): [string, string] => [from, to]),
  )
}

/** The rooms of one house, laid out. */
function floorOf(house: string, graph: Graph): Floor {
  const inside = new Map(
    rooms
      .filter((room) => houseOf(room) === house && graph.has(room))
      .map((room) => [room, new Set([...(graph.get(room) ?? [])].filter((other) => houseOf(other) === house))]),
  )
  const plan = new LayoutGraph()
  plan.setGraph({ rankdir: 'RL', nodesep: 16, ranksep: 36, ranker: 'longest-path' })
  plan.setDefaultEdgeLabel(() => ({}))
  for (const room of inside.keys()) {
    plan.setNode(room, { width: labelOf(room).length * letter + 20, height: boxHeight })
  }
  const arrows = arrowsOf(inside)
  for (const [from, to] of arrows) plan.setEdge(from, to)
  layout(plan)
  return {
    house,
    boxes: plan.nodes().map((room: string): Box => {
      const node: Omit<Box, 'room'> = plan.node(room)
      return { room, x: node.x, y: node.y, width: node.width }
    }),
    arrows: arrows.map(([from, to]): Floor['arrows'][number] => plan.edge(from, to).points),
    width: plan.graph().width ?? 0,
    height: plan.graph().height ?? 0,
  }
}

const f = (value: number): string => String(Math.round(value * 10) / 10)

/** A bent line through the middles of `points`, as an SVG path. */
function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1]
    const end = i === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q${f(point.x)} ${f(point.y)} ${f(end.x)} ${f(end.y)}`
  })
  return `M${f(first.x)} ${f(first.y)}${bends.length > 0 ? bends.join('') : `L${f(last.x)} ${f(last.y)}`}`
}

/** One floor with its top at `top`, across a picture of `width`. */
function drawFloor({ house, boxes, arrows, height }: Floor, top: number, width: number): string[] {
  return [
    `<rect x="${margin}" y="${top}" width="${width - 2 * margin}" height="${f(height + floorTop + 16)}" rx="10" class="floor"/>`,
    `<text x="${margin + 16}" y="${top + 26}"><tspan class="house">${house}</tspan><tspan dx="10" class="said">${words[house]}</tspan></text>`,
    `<g transform="translate(${margin + 24} ${top + floorTop})">`,
    ...arrows.map((points) => `<path d="${pathOf(points)}" class="arrow" marker-end="url(#head)"/>`),
    ...boxes.flatMap(({ room, x, y, width: boxWidth }) => [
      `<rect x="${f(x - boxWidth / 2)}" y="${f(y - boxHeight / 2)}" width="${f(boxWidth)}" height="${boxHeight}" rx="5" class="${room.startsWith('engine/model/') ? 'model' : 'room'}"/>`,
      `<text x="${f(x)}" y="${f(y + 4.5)}" text-anchor="middle">${labelOf(room)}</text>`,
    ]),
    '</g>',
  ]
}

const style = [
  '.floor{fill:#f4f6f8;stroke:#c9d1d9}',
  '.room{fill:#fff;stroke:#57606a}',
  '.model{fill:#e3eefb;stroke:#2f6fb3}',
  '.arrow{fill:none;stroke:#57606a;stroke-width:1.2}',
  '.stair{fill:none;stroke:#24292f;stroke-width:3}',
  '.house{font-weight:700;font-size:16px}',
  '.said{fill:#57606a}',
].join('')

/** The house that `sources` make, as SVG. */
export function housePicture(sources: readonly Source[]): string {
  const graph = roomGraph(sources)
  const tower = new Map(houses.map((house) => [house, new Set<string>()]))
  for (const [from, targets] of graph) {
    for (const to of targets) if (houseOf(to) !== houseOf(from)) tower.get(houseOf(from))?.add(houseOf(to))
  }
  const floors = houses.map((house) => floorOf(house, graph))
  const width = Math.ceil(Math.max(...floors.map((floor) => floor.width))) + 2 * (margin + 24)
  const tops: number[] = []
  let top = margin
  for (const { height } of floors) {
    tops.push(top)
    top += Math.ceil(height) + floorTop + 16 + floorGap
  }
  const stairs = arrowsOf(tower).map(([from, to]) => {
    const start = tops[houses.indexOf(from)] + Math.ceil(floors[houses.indexOf(from)].height) + floorTop + 16
    return `<path d="M${width / 2} ${f(start)}V${f(tops[houses.indexOf(to)] - 8)}" class="stair" marker-end="url(#step)"/>`
  })
  const said = `Five floors, ${houses.join(' over ')}, each with its rooms; arrows point from a room to what it imports, and all lead to the left and down.`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" font-family="system-ui, sans-serif" font-size="13" aria-label="The rooms of the house" aria-description="${said}">`,
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#57606a"/></marker>',
    '<marker id="step" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L8 4L0 8z" fill="#24292f"/></marker></defs>',
    `<rect width="${width}" height="${top}" fill="#fff"/>`,
    ...floors.flatMap((floor, i) => drawFloor(floor, tops[i], width)),
    ...stairs,
    `<text x="${margin + 16}" y="${top - 12}" class="said">An arrow: files of a room import files of the other. Left out where longer ways lead there too. Blue: engine/model.</text>`,
    '</svg>',
    '',
  ].join('\n')
}
