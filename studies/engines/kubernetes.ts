/** Kubernetes, by kubectl: an Indexed Job for each round. */
import { writeWhole } from '../../engine/run/wholeFile.ts'
import { schemaOf, z } from '../../scenarios/file/fileKind.ts'
import { readStored } from '../../scenarios/file/storedJson.ts'
import { readBlocks } from './blocks.ts'
import type { Engine, EngineView } from './engine.ts'
import { makeWorkFolders, roundFile } from './engineFiles.ts'
import { jobName, type KubernetesOptions, kubernetesYaml } from './kubernetesJob.ts'
import { askProgram } from './program.ts'
import { blocksOfTask, type Round } from './rounds.ts'

const commands = {
  install: 'print the Job by --dry-run, and hand it in where kubectl is',
  isAway: /unable to connect|connection refused|i\/o timeout|TLS handshake timeout|server is currently unable/i,
}

/** An engine that lives on the cluster: nothing of it ends with this process. */
export function kubernetesEngine(options: KubernetesOptions): Engine {
  return {
    name: 'kubernetes',
    tasksFor: (blocks) => Math.min(options.tasks, blocks),
    describe: (handing, round) => kubernetesYaml(handing, round, options),
    handOut: async (handing, round) => {
      makeWorkFolders(handing.path)
      const file = roundFile(handing.path, round.number, '.yaml')
      writeWhole(file, kubernetesYaml(handing, round, options))
      await askProgram('kubectl', ['apply', '-f', file], commands)
      return jobName(handing, round.number)
    },
    look: async (_, rounds) => {
      const shown = await Promise.all(rounds.map(async (round) => await askJob(round)))
      return viewOfJobs(rounds, shown)
    },
    pause: 5000,
    stop: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

/** What of a Job's status is looked at. */
export interface JobStatus {
  readonly active?: number
  readonly ready?: number
  /** As in `0-3,5`. */
  readonly completedIndexes?: string
  readonly failedIndexes?: string
  readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[]
}

const statusSchema = schemaOf<JobStatus>()(
  z.object({
    active: z.int().exactOptional(),
    ready: z.int().exactOptional(),
    completedIndexes: z.string().exactOptional(),
    failedIndexes: z.string().exactOptional(),
    conditions: z
      .array(z.object({ type: z.string(), status: z.string(), reason: z.string().exactOptional() }))
      .exactOptional(),
  }),
)

/** @returns undefined where there is no such Job any more */
async function askJob({ job }: Round): Promise<JobStatus | undefined> {
  if (job === undefined) return undefined
  const text = await askProgram('kubectl', ['get', 'job', job, '--ignore-not-found', '-o', 'json'], commands)
  if (text.trim() === '') return undefined
  return readStored(z.object({ status: statusSchema }), JSON.parse(text)).status
}

/** What Kubernetes has of the rounds. @param shown of each round; undefined where its Job is gone */
export function viewOfJobs(rounds: readonly Round[], shown: readonly (JobStatus | undefined)[]): EngineView {
  const blocks = new Set<number>()
  const ended: number[] = []
  const notes: string[] = []
  let [running, waiting] = [0, 0]
  rounds.forEach((round, n) => {
    const status = shown[n]
    const over = status?.conditions?.find(({ type, status: is }) => is === 'True' && /^(Complete|Failed)$/.test(type))
    if (over?.type === 'Failed')
      notes.push(`Job ${round.job} failed: ${over.reason ?? 'no reason given'}; kubectl describe job ${round.job}`)
    if (status === undefined || over !== undefined) {
      ended.push(round.number)
      return
    }
    const gone = new Set([status.completedIndexes ?? '', status.failedIndexes ?? ''].flatMap(indexes))
    const left = Array.from({ length: round.tasks }, (_, task) => task).filter((task) => !gone.has(task))
    for (const task of left) for (const block of blocksOfTask(round, task)) blocks.add(block)
    const ready = status.ready ?? 0
    running += ready
    waiting += left.length - ready
    if (left.length > ready) notes.push(`Pods that do not run yet: kubectl get pods --selector=job-name=${round.job}`)
  })
  return { blocks, running, waiting, held: 0, ended, notes }
}

function indexes(text: string): readonly number[] {
  return text === '' ? [] : readBlocks(text)
}
