/**
 * The whole program: replicates a second on one core, two workers against one, start-up of the command line, and memory at
 * growing numbers of replicates. On the real industry.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../engine/model/history/workspace.ts'
import { runMonteCarlo } from '../../engine/run/monteCarlo.ts'
import { take, thisBuild } from './commands.ts'
import { median, secondsPerUnit, timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url))
/** A scenario whose makers look at three regimes. */
const scenario = 'tariff-232-2025'

export function wholeReplicateRows(): readonly Row[] {
  const { industry, laws, scenarios } = loadStudyInputs('run', [scenario], undefined)
  // The scenario before its baseline, whose single regime is the lighter work.
  const compiled = scenarios.map((one) => one.compiled).toReversed()
  return compiled.map((one) => {
    const workspace = createWorkspace(industry, laws, [one])
    const root = rootKey(1)
    let replicate = 0
    const seconds = secondsPerUnit({ name: '', perRun: 1, run: () => runReplicate(workspace, root, replicate++) })
    const size = `${industry.lines.length} lines, ${one.policy.regimes.length} regimes, ${one.years} years`
    return [`replicate of ${one.name} (${size})`, `${timeText(seconds)}, ${(1 / seconds).toFixed(0)}/s`] as const
  })
}

/** Best of three, since other work on the machine only slows down. */
export async function scalingRows(): Promise<readonly Row[]> {
  const best = [0, 0]
  for (let round = 0; round < 3; round++) {
    for (const workers of [1, 2]) best[workers - 1] = Math.max(best[workers - 1], await warmRate(workers))
  }
  return [
    [`replicates of base and ${scenario} a second, one worker`, best[0].toFixed(0)],
    ['the same, two workers', best[1].toFixed(0)],
    ['two workers over one', (best[1] / best[0]).toFixed(2)],
  ]
}

/** Replicates a second once threads have started and their code is compiled. */
async function warmRate(workers: number): Promise<number> {
  const inputs = loadStudyInputs('run', [scenario], undefined)
  const marks: { readonly time: number; readonly done: number }[] = []
  await runMonteCarlo({
    industry: inputs.industry,
    laws: inputs.laws,
    scenarios: inputs.scenarios.map((one) => one.compiled),
    seed: 1,
    replicates: 500,
    workers,
    onProgress: (done) => marks.push({ time: performance.now(), done }),
  })
  const warm = marks[Math.floor(marks.length / 4)]
  const last = marks[marks.length - 1]
  return (last.done - warm.done) / ((last.time - warm.time) / 1000)
}

/** What help takes, beside what Node takes that does nothing. */
export function startRows(): readonly Row[] {
  const looks = Array.from({ length: 15 }, () => ({
    help: take(thisBuild, ['--help'], false).processorSeconds,
    nothing: secondsOfNothing(),
  }))
  return [
    ['plantshift --help, of the processor', timeText(median(looks.map(({ help }) => help)))],
    ['node that does nothing, of the processor', timeText(median(looks.map(({ nothing }) => nothing)))],
  ]
}

function secondsOfNothing(): number {
  const script = 'const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1e6))'
  return Number(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout)
}

/** Largest resident memory of a whole `plantshift run`, as the system counts it. */
export function memoryRows(counts: readonly number[]): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'plantshift-bench-'))
  try {
    return counts.map((count) => {
      const report = 'process.on("exit", () => process.stderr.write(`\\nrss ${process.resourceUsage().maxRSS}`))'
      const words = ['run', scenario, '--replicates', String(count), '--out', join(folder, String(count))]
      const preload = `data:text/javascript,${encodeURIComponent(report)}`
      const { stderr } = spawnSync(process.execPath, ['--import', preload, program, ...words], { encoding: 'utf8' })
      const kilobytes = Math.max(...[...stderr.matchAll(/rss (\d+)/g)].map((match) => Number(match[1])))
      return [`memory of a run with ${count} replicates`, `${(kilobytes / 1000).toFixed(0)} MB`]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
