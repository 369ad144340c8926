/**
 * What this build takes beside another one, or beside the C++ of the specified algorithm. The two take turns, so that whatever
 * else the machine does meets both; the middle of several ratios is printed.
 */
import { spawnSync } from 'node:child_process'
import { exitCode } from '../../cli/console/failure.ts'
import { secondsOfAReplicate, take, thisBuild, type Build } from './commands.ts'
import { median, timeText } from './measure.ts'
import { dutySweep, parameterSweep } from './sweepFiles.ts'

type Row = readonly [name: string, figure: string]

interface Target {
  readonly name: string
  readonly measure: (build: Build) => number
  readonly rounds: number
}

const scenario = 'tariff-232-2025'
const six = ['base', scenario, 'path-2026', 'content-85', 'threat-only', 'usmca-2025-tariffs']

const targets: readonly Target[] = [
  {
    name: `replicate of ${scenario} alone`,
    measure: (build) => secondsOfAReplicate(build, ['run', scenario, '--baseline', scenario], [200, 600]),
    rounds: 5,
  },
  {
    name: 'replicate of a comparison of six scenarios',
    measure: (build) => secondsOfAReplicate(build, ['compare', ...six], [60, 180]),
    rounds: 5,
  },
  {
    name: '50 points over parameters, 20 replicates each, two workers',
    measure: (build) =>
      take(build, ['sweep', parameterSweep(50), '--replicates', '20', '--workers', '2'], true).processorSeconds,
    rounds: 1,
  },
  {
    name: 'replicate of a sweep of 10 points, one year, five outcomes',
    measure: (build) => secondsOfAReplicate(build, ['sweep', dutySweep(10)], [40, 120]),
    rounds: 5,
  },
  {
    name: `validate ${scenario}`,
    measure: (build) => take(build, ['validate', scenario], false).processorSeconds,
    rounds: 7,
  },
  {
    // Where the plant is not there: the word is looked up when all is loaded and compiled, in both builds.
    name: 'explain, before its first replicate',
    measure: (build) =>
      take(build, ['explain', 'GM Nowhere', '--scenario', scenario], false, exitCode.usage).processorSeconds,
    rounds: 7,
  },
  {
    name: 'explain of one replicate, in all',
    measure: (build) =>
      take(build, ['explain', 'GM Silao', '--scenario', scenario, '--replicates', '1'], false).processorSeconds,
    rounds: 7,
  },
  {
    name: `run ${scenario} --replicates 20, before its first thread`,
    measure: (build) => take(build, ['run', scenario, '--replicates', '20'], true).secondsToFirstThread,
    rounds: 5,
  },
]

/** What each target takes here, and over the other build where one is given. @param root of its checkout, with `dist` */
export function* targetRows(root: string | undefined): Generator<Row> {
  for (const { name, measure, rounds } of targets) {
    const pairs = Array.from({ length: rounds }, () => {
      const before = root === undefined ? NaN : measure({ root })
      return { before, now: measure(thisBuild) }
    })
    const now = timeText(median(pairs.map((pair) => pair.now)))
    if (root === undefined) {
      yield [name, now]
      continue
    }
    const ratio = median(pairs.map((pair) => pair.before / pair.now)).toFixed(2)
    yield [name, `${timeText(median(pairs.map((pair) => pair.before)))} / ${now} = ${ratio}`]
  }
}

/** Memory of many points over that of few, of this build alone: the other took minutes. */
export function sweepMemoryRows(): readonly Row[] {
  const [few, many] = [50, 400].map(
    (points) => take(thisBuild, ['sweep', parameterSweep(points), '--replicates', '2'], true).megabytes,
  )
  return [
    ['memory of a sweep of 50 points over parameters', `${few.toFixed(0)} MB`],
    ['the same of 400 points', `${many.toFixed(0)} MB = ${(many / few).toFixed(2)} times`],
  ]
}

/** What a run says before it begins, over what it then takes: time of the replicates, and memory. */
export function* announcedRows(): Generator<Row> {
  const words = ['run', scenario, '--replicates', '400', '--workers', '1']
  const looks = Array.from({ length: 5 }, () => {
    const { log, megabytes } = take(thisBuild, words, true)
    const events: Readonly<Record<string, unknown>>[] = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const read = (event: string, key: string): number => Number(events.find((one) => one['event'] === event)?.[key])
    return {
      time: read('estimate', 'seconds') / read('end', 'seconds'),
      memory: read('estimate', 'memoryBytes') / 1e6 / megabytes,
    }
  })
  yield ['time announced over time taken, 400 replicates', median(looks.map(({ time }) => time)).toFixed(2)]
  yield ['memory announced over memory taken', median(looks.map(({ memory }) => memory)).toFixed(2)]
}

/** A replicate here over one of the C++. @param limit the compiled program, which prints milliseconds a replicate */
export function limitRow(limit: string): Row {
  const pairs = Array.from({ length: 3 }, () => {
    const { stdout } = spawnSync(limit, ['300'], { encoding: 'utf8' })
    const milliseconds = Number(/ms\/replicate ([\d.]+)/.exec(stdout)?.[1])
    const own = secondsOfAReplicate(thisBuild, ['run', scenario, '--baseline', scenario], [200, 600])
    return { own, limit: milliseconds / 1000 }
  })
  const ratio = median(pairs.map(({ own, limit: bound }) => own / bound)).toFixed(2)
  const own = timeText(median(pairs.map((pair) => pair.own)))
  return [
    `replicate of ${scenario} over the C++`,
    `${own} / ${timeText(median(pairs.map((pair) => pair.limit)))} = ${ratio}`,
  ]
}
