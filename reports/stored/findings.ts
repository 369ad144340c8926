/**
 * Findings that `sensitivity`, `discover` and `optimise` left in the folder of a result, as parts of its report. One that is
 * damaged, or of an earlier version, is said in words and left out: the report is whole without it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportParts, SweepCurve } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { type Reader, objectOf, text, listOf } from './shape.ts'
import { sensitivityReader, discoveryReader, curveReader } from './storedParts.ts'

interface Finding<Part> {
  readonly file: string
  readonly command: string
  readonly reader: Reader<Part>
}

function partOf<Part>(reader: Reader<Part>): Reader<Part> {
  const whole = objectOf<{ readonly part: Part }>({ part: reader })
  return (value, path) => whole(value, path).part
}

const sensitivity: Finding<NonNullable<ReportParts['sensitivity']>> = {
  file: 'sensitivity.json',
  command: 'sensitivity',
  reader: partOf(sensitivityReader),
}
const discovery: Finding<NonNullable<ReportParts['discovery']>> = {
  file: 'discovery.json',
  command: 'discover',
  reader: partOf(discoveryReader),
}
interface Optima {
  readonly reproduce: string
  readonly optima: readonly { readonly curve: SweepCurve }[]
}

const optima = objectOf<Optima>({
  reproduce: text,
  optima: listOf(objectOf<Optima['optima'][number]>({ curve: curveReader })),
})

function curvesOf({ reproduce, optima: found }: Optima): readonly SweepCurve[] {
  return found.map(({ curve }) => ({ ...curve, reproduce }))
}

const optimum: Finding<readonly SweepCurve[]> = {
  file: 'optimum.json',
  command: 'optimise',
  reader: (value, path) => curvesOf(optima(value, path)),
}

/** @param say is told of a finding that cannot be read */
export function withFindings(path: string, report: Report, say: (message: string) => void): Report {
  const found = {
    sensitivity: read(path, sensitivity, say),
    discovery: read(path, discovery, say),
    sweep: joined(report.parts?.sweep ?? [], read(path, optimum, say) ?? []),
  }
  const parts: ReportParts = {
    ...report.parts,
    ...(found.sensitivity === undefined ? {} : { sensitivity: found.sensitivity }),
    ...(found.discovery === undefined ? {} : { discovery: found.discovery }),
    ...(found.sweep.length === 0 ? {} : { sweep: found.sweep }),
  }
  return Object.keys(parts).length === 0 ? report : { ...report, parts }
}

/** Curves that were asked for come first, and stand for those that the sweep has of the same outcome. */
function joined(own: readonly SweepCurve[], asked: readonly SweepCurve[]): readonly SweepCurve[] {
  const keys = new Set(asked.map(keyOf))
  return [...asked, ...own.filter((curve) => !keys.has(keyOf(curve)))]
}

function keyOf({ lever, others, outcome }: SweepCurve): string {
  return JSON.stringify([lever, others, outcome])
}

function read<Part>(
  path: string,
  { file, command, reader }: Finding<Part>,
  say: (message: string) => void,
): Part | undefined {
  const whole = join(path, file)
  if (!existsSync(whole)) return undefined
  try {
    return reader(JSON.parse(readFileSync(whole, 'utf8')), '')
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'it is not whole JSON' : String(error instanceof Error ? error.message : error)
    say(`${whole}: left out of the report, since it cannot be read: ${reason}; find it anew with ${command}`)
    return undefined
  }
}
