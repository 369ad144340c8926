/**
 * The rooms of the house from the ground up, and which rooms each may import: the order that CONTRIBUTING.md describes.
 */
import { isBuiltin } from 'node:module'
import { targetOf, type Source } from './sources.ts'

/** Rooms of `house` as a text, with what every room of the house may import. */
function below(house: string, always: readonly string[]): (names: string) => string[] {
  return (names) => [...always, ...names.split(', ').flatMap((name) => (name === '' ? [] : `${house}/${name}`))]
}

const model = below('engine/model', ['engine/math'])
const scenarios = below('scenarios', ['engine/math', 'engine/model', 'engine/analysis', 'engine/run/errors.ts'])
const studies = below('studies', ['engine', 'scenarios'])
const reports = below('reports', ['engine', 'scenarios', 'studies'])
const cli = below('cli', ['engine', 'scenarios', 'studies', 'reports'])

/** [room] what it may import beside its own files: a name stands for a room and for all rooms in it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'engine/math': [],
  'engine/model/inputs': model(''),
  'engine/model/plants': model('inputs'),
  'engine/model/content': model('inputs'),
  'engine/model/market': model('inputs'),
  'engine/model/draws': model('inputs'),
  'engine/model/customs': model('inputs, content'),
  'engine/model/cost': model('inputs, plants, content, market, customs'),
  'engine/model/replication': model('inputs, content, cost'),
  'engine/model/relocation': model('inputs, plants, market, customs, cost'),
  'engine/model/year': model('inputs, plants, market, customs, cost'),
  'engine/model/entry': model('inputs, plants, market, draws, customs, cost, relocation'),
  'engine/model/accounts': model('inputs, plants, content, market, draws, customs, cost, year'),
  'engine/model/history': model(
    'inputs, plants, content, market, draws, customs, cost, relocation, year, entry, accounts',
  ),
  'engine/model/explain': model('inputs, plants, draws, cost, relocation, entry, accounts, history'),
  'engine/analysis': ['engine/math'],
  'engine/run': ['engine/math', 'engine/model'],
  engine: ['engine/math', 'engine/model', 'engine/analysis', 'engine/run'],

  'scenarios/parameters': scenarios(''),
  'scenarios/file': scenarios('parameters'),
  'scenarios/industry': scenarios('file'),
  'scenarios/formulas': scenarios('file'),
  'scenarios/compile': scenarios('parameters, file'),
  'scenarios/join': scenarios('parameters, file, industry'),
  'scenarios/levers': scenarios('parameters, file, compile'),
  'scenarios/checks': scenarios('parameters, file, formulas, compile, join, levers'),
  'scenarios/load.ts': scenarios('parameters, file, compile, join, levers, checks'),
  'scenarios/sweep': scenarios('parameters, file, industry, join, levers, checks, load.ts'),
  scenarios: scenarios('parameters, file, industry, formulas, compile, join, levers, checks, load.ts, sweep'),

  'studies/plan': studies(''),
  'studies/folder': studies('plan'),
  'studies/run': studies('plan, folder'),
  'studies/engines': studies('plan, folder, run'),
  'studies/sensitivity': studies('plan, folder, run'),
  'studies/discovery': studies('plan, folder, run'),
  'studies/optimum': studies('plan, folder, run'),
  'studies/explanation': studies('plan, folder'),
  'studies/modelChecks': studies('plan, folder, run'),
  'studies/ownData': studies(''),
  studies: studies('plan, folder, run, engines, sensitivity, discovery, optimum, explanation, modelChecks, ownData'),

  'reports/words': reports(''),
  'reports/data': reports('words'),
  'reports/text': reports('words, data'),
  'reports/charts': reports('words, data'),
  'reports/tables': reports('words, data, text'),
  'reports/stored': reports('words, data, tables'),
  'reports/frames': reports('words, data, tables, stored'),
  'reports/document': reports('words, data, text, charts, tables'),
  'reports/forms': reports('words, data, text, tables, stored, document'),
  'reports/write': reports('words, data, text, tables, stored, frames, document, forms'),
  'reports/docs': reports('words'),
  'reports/explorer/data': reports('words, data'),
  'reports/explorer/finished': [...reports('words, data, stored, document'), 'reports/explorer/data'],
  'reports/explorer/files': [...reports('words, data, text, tables, document, forms'), 'reports/explorer/data'],
  'reports/explorer/engine': [...reports('words, data'), 'reports/explorer/data', 'reports/explorer/files'],
  'reports/explorer/page': [
    ...reports('words, data, text, charts, document, tables'),
    'reports/explorer/data',
    'reports/explorer/files',
    'reports/explorer/engine',
  ],
  reports: reports('words, data, text, charts, tables, stored, frames, document, forms, write, docs, explorer'),

  'cli/console': cli(''),
  'cli/actions': cli('console'),
  cli: cli('console, actions'),
}

export const rooms: readonly string[] = Object.keys(mayImport)

/** Whether `path` is `room`, in it, or in a room of it. */
function isIn(room: string, path: string): boolean {
  return path === room || path.startsWith(`${room}/`)
}

/** Rooms that have rooms of their own: only the files right in them are theirs. */
const halls = new Set(rooms.filter((room) => rooms.some((other) => other.startsWith(`${room}/`))))

/** Whether `path` lies right in `room`, or in a folder of it where `room` has no rooms of its own. */
function belongs(room: string, path: string): boolean {
  return isIn(room, path) && !(halls.has(room) && path.slice(room.length + 1).includes('/'))
}

/** The innermost room a file is in; `engine/index.ts` is in `engine` itself. Nothing for a file that is in none. */
export function roomOf(path: string): string | undefined {
  return rooms.filter((room) => belongs(room, path)).toSorted((a, b) => b.length - a.length)[0]
}

/** Rooms that may import themselves or a room above them, by the table: none, or the order is no order. */
export function upwardPermissions(): string[] {
  return rooms.flatMap((room, height) =>
    rooms
      .slice(height)
      .filter((other) => mayImport[room].some((allowed) => isIn(allowed, other)))
      .map((other) => `${room} -> ${other}`),
  )
}

/** Rooms where a replicate must come out the same to the bit on every machine. */
export function isPure(path: string): boolean {
  return /^engine\/(math|model)\//.test(path) || /^scenarios\/(compile|levers)\//.test(path)
}

/** What is wrong with one import, or nothing. */
function wrongImport(path: string, imported: string): string | undefined {
  const room = roomOf(path)
  const target = targetOf(path, imported)
  if (target === undefined) {
    if (isBuiltin(imported)) return isPure(path) ? `${path} imports ${imported}, and must run anywhere` : undefined
    const isForeign = room === 'engine/math' && imported !== 'seedrandom'
    return isForeign ? `${path} imports ${imported}; the only package there is seedrandom` : undefined
  }
  if (room === undefined || roomOf(target) === undefined) return `${path} imports ${target}, which is outside the rooms`
  if (roomOf(target) === room || mayImport[room].some((other) => isIn(other, target))) return undefined
  return `${path} imports ${target}; ${room} may import ${mayImport[room].join(', ') || 'no other room'}`
}

/** Imports against the order of the rooms, one line each. */
export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => imports.flatMap((imported) => wrongImport(path, imported) ?? []))
}
