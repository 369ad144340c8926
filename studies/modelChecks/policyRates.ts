/**
 * Every rate of the scenario library beside the list of duties in `scenarios/data/tariffs.csv`: which row it rests on, and which
 * rates rest on none, as suppositions and judgements do.
 *
 * A rate is found where a row of the same importer, the same kind of goods and one of the same origins has it, and holds on the
 * rate's first day where it has one. Duties that add up in law may stand as one number in a scenario (27.5% for 2.5 and 25%): then the
 * rows of the sum are found.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedDataFolder } from '../../scenarios/industry/dataFolder.ts'
import { readCsv } from '../../scenarios/industry/csv.ts'
import { dataError, type DataProblem } from '../../scenarios/industry/problems.ts'
import { isPlainObject } from '../../scenarios/file/merge.ts'
import { type Position, type Positions, valuePosition } from '../../scenarios/file/position.ts'
import { parseYaml } from '../../scenarios/file/yaml.ts'
import { type LibraryEntry, listLibrary } from '../../scenarios/join/listing.ts'

/** A row of the list of duties. */
export interface TariffRow {
  readonly importer: string
  readonly origin: string
  readonly product: string
  /** A fraction. */
  readonly rate: number
  readonly start: string
  readonly end: string
  readonly confidence: string
  readonly title: string
}

/** A rate of the library, and what it rests on. */
export interface PolicyRate {
  readonly scenario: string
  readonly position: Position | undefined
  /** Where in the file, as in `policy.regimes.today.programmes.MX.mfn.duty`. */
  readonly key: string
  readonly importer: string
  readonly rate: number
  readonly from: string | undefined
  /** Rows that it rests on: none, one, or those that add up to it. */
  readonly rows: readonly TariffRow[]
  readonly evidence: 'sourced' | 'approximate' | 'not in the list'
}

const importers: Readonly<Record<string, string>> = { US: 'USA', CA: 'Canada', MX: 'Mexico' }
const columns = ['importer', 'origin', 'product', 'rate_pct', 'basis', 'start_date', 'end_date', 'confidence']

/**
 * All rates above 0 that library files state, in the order of the files.
 *
 * @param data folder that holds `tariffs.csv`; the shipped one unless given
 * @throws an error of kind `data` where that file is not there or cannot be read
 */
export function policyRates(data: string = shippedDataFolder()): readonly PolicyRate[] {
  const rows = readTariffs(data)
  return listLibrary()
    .filter(({ kind }) => kind === 'scenario')
    .flatMap((entry) => ratesOf(entry, rows))
}

/** The rows of the list of duties. */
function readTariffs(folder: string): readonly TariffRow[] {
  const file = 'tariffs.csv'
  const path = join(folder, file)
  if (!existsSync(path)) throw dataError([{ file, message: `is missing from the data folder ${folder}` }])
  const problems: DataProblem[] = []
  const table = readCsv(file, readFileSync(path, 'utf8'), columns, problems)
  if (problems.length > 0) throw dataError(problems)
  return table.rows.map(({ cells }) => ({
    importer: cells['importer'],
    origin: cells['origin'],
    product: cells['product'],
    rate: Number(cells['rate_pct']) / 100,
    start: cells['start_date'],
    end: cells['end_date'],
    confidence: cells['confidence'],
    title: `${cells['importer']} on ${cells['origin']}, ${cells['product']}: ${cells['basis']}`,
  }))
}

type Goods = 'vehicles' | 'parts' | 'metals'

/** What is charged: on what, from where, by whom. */
interface Charge {
  readonly goods: Goods
  readonly importer: string
  /** Undefined where the file leaves it to what it extends, and any row will do. */
  readonly origins: readonly string[] | undefined
}

interface StatedRate extends Charge {
  readonly path: readonly (string | number)[]
  readonly rate: number
  readonly from: string | undefined
}

function ratesOf({ name, path }: LibraryEntry, rows: readonly TariffRow[]): readonly PolicyRate[] {
  const { value, positions }: { value: unknown; positions: Positions } = parseYaml(readFileSync(path, 'utf8'), path)
  return statedRates(value).map((stated) => {
    const { importer, rate, from } = stated
    const found = rowsOf(stated, rows)
    const evidence = found.length === 0 ? 'not in the list' : found.every(isSourced) ? 'sourced' : 'approximate'
    const position = valuePosition(positions, stated.path)
    return { scenario: name, position, key: stated.path.join('.'), importer, rate, from, rows: found, evidence }
  })
}

function isSourced({ confidence }: TariffRow): boolean {
  return confidence !== 'approximate'
}

/** Rates above 0 under the keys of a regime that hold duties. */
function statedRates(file: unknown): readonly StatedRate[] {
  const policy = childOf(file, 'policy')
  return entriesOf(childOf(policy, 'regimes')).flatMap(([name, regime]) => {
    const at = ['policy', 'regimes', name]
    return [
      ...ofProgrammes(childOf(regime, 'programmes'), [...at, 'programmes']),
      ...ofDuties(childOf(regime, 'additionalDuties'), [...at, 'additionalDuties']),
      ...byOrigin(childOf(regime, 'partsDuties'), [...at, 'partsDuties'], 'parts'),
      ...byOrigin(childOf(regime, 'unclaimedPartsDuties'), [...at, 'unclaimedPartsDuties'], 'parts'),
      ...byOrigin(childOf(childOf(regime, 'metals'), 'duties'), [...at, 'metals', 'duties'], 'metals'),
    ]
  })
}

type Path = readonly (string | number)[]

function ofProgrammes(held: unknown, at: Path): readonly StatedRate[] {
  return entriesOf(held).flatMap(([importer, programmes]) =>
    entriesOf(programmes).flatMap(([name, rule]) =>
      ['duty', 'dutyOnNonUsContent'].flatMap((key) => {
        const charge = { goods: 'vehicles', importer, origins: originsOf(rule) } as const
        return dated(childOf(rule, key), [...at, importer, name, key], charge)
      }),
    ),
  )
}

function ofDuties(held: unknown, at: Path): readonly StatedRate[] {
  return entriesOf(held).flatMap(([name, rule]) => {
    const importer = childOf(rule, 'market')
    if (typeof importer !== 'string') return []
    return dated(childOf(rule, 'rate'), [...at, name, 'rate'], {
      goods: 'vehicles',
      importer,
      origins: originsOf(rule),
    })
  })
}

function byOrigin(held: unknown, at: Path, goods: Goods): readonly StatedRate[] {
  return entriesOf(held).flatMap(([importer, origins]) =>
    entriesOf(origins).flatMap(([origin, rate]) =>
      dated(rate, [...at, importer, origin], { goods, importer, origins: [origin] }),
    ),
  )
}

/** Origins that a rule names; `any` stands for all. */
function originsOf(rule: unknown): readonly string[] | undefined {
  const origins = childOf(rule, 'origins')
  if (Array.isArray(origins)) return origins.map(String)
  return origins === 'any' ? ['any'] : undefined
}

/** A rate, or the rates of a list with dates. */
function dated(value: unknown, path: Path, charge: Charge): readonly StatedRate[] {
  if (typeof value === 'number') return value > 0 ? [{ ...charge, path, rate: value, from: undefined }] : []
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown, n): readonly StatedRate[] => {
    const rate = childOf(entry, 'value')
    const from = childOf(entry, 'from')
    if (typeof rate !== 'number' || rate <= 0) return []
    return [{ ...charge, path: [...path, n, 'value'], rate, from: typeof from === 'string' ? from : undefined }]
  })
}

function childOf(value: unknown, key: string): unknown {
  return isPlainObject(value) ? value[key] : undefined
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isPlainObject(value) ? Object.entries(value) : []
}

/** How the list names origins. */
const originNames: Readonly<Record<string, RegExp>> = {
  US: /USA/,
  CA: /Canada/,
  MX: /Mexico/,
  'MX-CN': /Mexico/,
  JP: /Japan/,
  KR: /Korea/,
  EU: /EU27/,
  UK: /United Kingdom/,
  CN: /China/,
}

/** How the list names goods. */
const goodsNames: Readonly<Record<Goods, RegExp>> = {
  vehicles: /vehicle|car|truck|pickup|EV|^all/,
  parts: /parts|^all/,
  metals: /steel|aluminium/,
}

/** The row with the rate, or two or three that add up to it; those that are sourced first. */
function rowsOf(stated: StatedRate, rows: readonly TariffRow[]): readonly TariffRow[] {
  const { rate, from } = stated
  const there = rows
    .filter((row) => row.rate > 0 && isOf(row, stated) && holdsOn(row, from))
    .toSorted((one, other) => Number(isSourced(other)) - Number(isSourced(one)))
  return sumTo(rate, there, 1) ?? sumTo(rate, there, 2) ?? sumTo(rate, there, 3) ?? []
}

/** So many different rows that add up to the rate; undefined where there are none. */
function sumTo(rate: number, rows: readonly TariffRow[], count: number): readonly TariffRow[] | undefined {
  if (count === 0) return isNear(rate, 0) ? [] : undefined
  for (const [n, row] of rows.entries()) {
    const others = sumTo(rate - row.rate, rows.slice(n + 1), count - 1)
    if (others !== undefined) return [row, ...others]
  }
  return undefined
}

/** Whether a row is of the importer, the goods and one of the origins. */
function isOf({ importer, origin, product }: TariffRow, charge: Charge): boolean {
  const fromThere =
    charge.origins === undefined ||
    origin.startsWith('all') ||
    charge.origins.some((one) => originNames[one]?.test(origin) ?? false)
  return importer === importers[charge.importer] && goodsNames[charge.goods].test(product) && fromThere
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6
}

function holdsOn({ start, end }: TariffRow, day: string | undefined): boolean {
  return day === undefined || (start <= day && (end === '' || day <= end))
}
