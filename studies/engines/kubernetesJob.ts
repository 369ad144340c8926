/** The Job that is handed to Kubernetes: a pod for each task of a round, which the cluster numbers. */
import { createHash } from 'node:crypto'
import { basename, posix } from 'node:path'
import { writeYaml } from '../../scenarios/file/yaml.ts'
import { type Handing, workWords } from './engine.ts'
import type { Round } from './rounds.ts'

export interface KubernetesOptions {
  readonly tasks: number
  /** Processors of a pod, for as many threads. */
  readonly cpus: number
  /** As `Containerfile` makes it. */
  readonly image: string
  /** A claim on a volume that all pods may write to, and this machine too. */
  readonly claim: string
  /** Path of the result folder within the volume; its name unless given. */
  readonly within: string | undefined
}

/** Where pods have the volume. */
const mount = '/volume'

/** Exit codes by which no other try would help: bad input, an engine that computes otherwise. */
const finalCodes = [65, 78]

/** A name that Kubernetes takes, and that no other folder's jobs have: at most 63 small letters, digits and dashes. */
export function jobName({ name, path }: Handing, round: number): string {
  const folder = createHash('sha256').update(path).digest('hex').slice(0, 8)
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
  return `plantshift-${plain}-${folder}-${round}`.replaceAll(/-+/g, '-')
}

/** The Job as plain data: `batch/v1`, an index for each task. */
function kubernetesJob(handing: Handing, round: Round, options: KubernetesOptions): object {
  const { image, claim, cpus, tasks, within = basename(handing.path) } = options
  const inPod = { ...handing, path: posix.join(mount, within) }
  const name = jobName(handing, round.number)
  const cpu = String(cpus)
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, labels: { 'app.kubernetes.io/name': 'plantshift' } },
    spec: {
      completionMode: 'Indexed',
      completions: round.tasks,
      parallelism: Math.min(round.tasks, tasks),
      // A task that is killed is tried again, and what it has written stays; the others go on beside it.
      backoffLimitPerIndex: 3,
      maxFailedIndexes: round.tasks,
      podFailurePolicy: {
        rules: [
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
          { action: 'FailJob', onExitCodes: { containerName: 'work', operator: 'In', values: finalCodes } },
        ],
      },
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': 'plantshift' } },
        spec: {
          restartPolicy: 'Never',
          // SIGTERM comes first: the blocks in flight are finished.
          terminationGracePeriodSeconds: 120,
          containers: [
            {
              name: 'work',
              image,
              args: [
                ...workWords(inPod),
                '--round',
                String(round.number),
                '--task',
                '$(JOB_COMPLETION_INDEX)',
                '--workers',
                cpu,
              ],
              resources: { requests: { cpu, memory: '2Gi' }, limits: { memory: '4Gi' } },
              volumeMounts: [{ name: 'results', mountPath: mount }],
            },
          ],
          volumes: [{ name: 'results', persistentVolumeClaim: { claimName: claim } }],
        },
      },
    },
  }
}

/** The same as text. */
export function kubernetesYaml(handing: Handing, round: Round, options: KubernetesOptions): string {
  return `# ${round.blocks.length} blocks of ${handing.name} in ${round.tasks} tasks; see docs/cluster.md.\n${writeYaml(kubernetesJob(handing, round, options))}`
}
