/** `plantshift sweep`: reads the file, makes the points, and runs them all. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { outcomeDefinitions } from '../../engine/model/outcomes.ts'
import type { SweepLever } from '../../reports/sweepReport.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { loadSweep, type LoadedSweep } from '../../scenarios/sweep/loadSweep.ts'
import type { OptionValues } from '../console/command.ts'
import { usageFailure } from '../console/failure.ts'
import { samplerFrom } from '../console/options.ts'
import { commandLine } from './reproduce.ts'
import { askedReplicates, begin, speaker } from './study.ts'
import { studyInputs } from './inputs.ts'
import { planOf } from './work.ts'

/** Kept where the file names no outcomes: what is built, who works, what it costs, who gains. */
const usualFamilies = ['output', 'assemblyJobs', 'partsJobs', 'priceIndex', 'vehicleDuties', 'gainUS', 'welfare']

export async function runSweep(path: string, options: OptionValues): Promise<number> {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw usageFailure(`no file is called ${path}; a sweep is described in a file of its own, see docs/sweeps.md`)
  }
  const loaded = loadIndustry()
  const sweep = loadSweep(resolve(path), loaded.industry)
  const inputs = studyInputs(sweep.name, loaded, sweep.scenarios, sweep.parts[0].baseline, sweep.points[0].scenario, true)
  const { baseYear } = loaded.industry
  const last = baseYear + inputs.scenarios[0].compiled.years
  const until = sweep.content.design?.until ?? []
  const years = [...new Set([...(sweep.content.years ?? [last]), ...until.flatMap(({ year }) => year ?? [])])].toSorted((one, other) => one - other)
  const outside = years.find((year) => year < baseYear || year > last)
  if (outside !== undefined) throw usageFailure(`years: ${outside} is not simulated; the years are ${baseYear} to ${last}`)
  const plan = planOf(inputs, {
    kind: 'sweep',
    title: sweep.title,
    question: sweep.question,
    command: commandLine('sweep', [path], undefined, samplerFrom(options)),
    ...askedReplicates(sweep.content.design ?? {}, options),
    parts: sweep.parts.map(({ baseline, scenarios }) => ({ baseline, scenarios, laws: baseline })),
    points: sweep.points.map(({ scenario, part, values }) => ({ scenario, part, levers: values })),
    levers: leversOf(sweep),
    plants: sweep.content.plants ?? false,
    years,
    outcomes: keptOutcomes(sweep),
  })
  return await begin(inputs, plan, options, speaker(options))
}

/** In the order of the catalogue, in which the model writes them; what a wanted precision is of is kept in any case. */
function keptOutcomes({ content }: LoadedSweep): readonly string[] {
  const wanted = content.outcomes ?? []
  const looked = (content.design?.until ?? []).map(({ outcome }) => outcome)
  return outcomeDefinitions
    .filter(({ id, family }) =>
      looked.includes(id) || (wanted.length > 0 ? wanted.includes(id) : usualFamilies.includes(family)))
    .map(({ id }) => id)
}

function leversOf({ content }: LoadedSweep): readonly SweepLever[] {
  return Object.entries(content.levers ?? {}).map(([name, { title, unit, parameter, scenarios }]) => ({
    name,
    title: title ?? name,
    unit: unit ?? '',
    kind: parameter === undefined ? (scenarios === undefined ? 'policy' : 'scenario') : 'parameter',
  }))
}
