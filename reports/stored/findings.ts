/**
 * Findings that `sensitivity`, `discover` and `optimise` left in the folder of a result, as parts of its report. One that is
 * damaged, or of an earlier version, is said in words and left out: the report is whole without it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FrontPart, ReportParts, SensitivityPart, SweepCurve } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { z } from '../../scenarios/file/fileKind.ts'
import { readStored } from '../../scenarios/file/storedJson.ts'
import { readSealed } from '../../studies/plan/seal.ts'
import { curveSchema, discoverySchema, frontSchema, sensitivitySchema } from './storedParts.ts'

interface Finding<Part> {
  readonly file: string
  readonly command: string
  readonly schema: z.ZodType<Part>
}

/** A file whose field `part` is the part of the report; what else is there, the commands have printed. */
function partOf<Part>(part: z.ZodType<Part>): z.ZodType<Part> {
  return z.object({ part }).transform((finding): Part => finding.part)
}

const sensitivity: Finding<readonly SensitivityPart[]> = {
  file: 'sensitivity.json',
  command: 'sensitivity',
  schema: z
    .object({ part: sensitivitySchema, moreParts: z.array(sensitivitySchema).optional() })
    .transform(({ part, moreParts = [] }): readonly SensitivityPart[] => [part, ...moreParts]),
}
const discovery: Finding<NonNullable<ReportParts['discovery']>> = {
  file: 'discovery.json',
  command: 'discover',
  schema: partOf(discoverySchema),
}
const optimum: Finding<readonly SweepCurve[]> = {
  file: 'optimum.json',
  command: 'optimise',
  schema: z
    .object({ reproduce: z.string(), optima: z.array(z.object({ curve: curveSchema })) })
    .transform(({ reproduce, optima }): readonly SweepCurve[] => optima.map(({ curve }) => ({ ...curve, reproduce }))),
}

const front: Finding<readonly FrontPart[]> = {
  file: 'front.json',
  command: 'optimise',
  schema: z.object({ parts: z.array(frontSchema) }).transform(({ parts }): readonly FrontPart[] => parts),
}

/** @param say is told of a finding that cannot be read */
export function withFindings(path: string, report: Report, say: (message: string) => void): Report {
  const [driven, ...more] = read(path, sensitivity, say) ?? []
  const found = {
    discovery: read(path, discovery, say),
    fronts: read(path, front, say) ?? [],
    sweep: joined(report.parts?.sweep ?? [], read(path, optimum, say) ?? []),
  }
  const parts: ReportParts = {
    ...report.parts,
    ...(driven === undefined ? {} : { sensitivity: driven }),
    ...(more.length === 0 ? {} : { moreSensitivity: more }),
    ...(found.discovery === undefined ? {} : { discovery: found.discovery }),
    ...(found.sweep.length === 0 ? {} : { sweep: found.sweep }),
    ...(found.fronts.length === 0 ? {} : { fronts: found.fronts }),
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
  { file, command, schema }: Finding<Part>,
  say: (message: string) => void,
): Part | undefined {
  const whole = join(path, file)
  if (!existsSync(whole)) return undefined
  try {
    return readStored(schema, readSealed(whole))
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'it is not whole JSON' : String(error instanceof Error ? error.message : error)
    say(`${whole}: left out of the report, since it cannot be read: ${reason}; find it anew with ${command}`)
    return undefined
  }
}
