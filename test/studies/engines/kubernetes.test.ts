/** The Job for Kubernetes against the published schema, and what its status says; no live cluster is asked. */
import { readFileSync } from 'node:fs'
import { Job } from 'kubernetes-models/batch/v1'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../scenarios/file/yaml.ts'
import { viewOfJobs } from '../../../studies/engines/kubernetes.ts'
import { jobName, type KubernetesOptions, kubernetesYaml } from '../../../studies/engines/kubernetesJob.ts'
import type { Round } from '../../../studies/engines/rounds.ts'
import { ours } from '../../packages/lock.ts'

const handing = { path: '/mnt/results/tariffs', name: 'usmca-2025-tariffs' }
const blocks = Array.from({ length: 10 }, (_, block) => block)
const round: Round = { number: 1, engine: 'kubernetes', blocks, tasks: 4, job: 'plantshift-1' }
const options: KubernetesOptions = { tasks: 4, cpus: 2, image: 'plantshift:0.1.0', claim: 'results', within: undefined }

describe('the Job', () => {
  const text = kubernetesYaml(handing, round, options)

  test('is what the published schema of batch/v1 allows', () => {
    const job = parseYaml(text, 'job.yaml').value as ConstructorParameters<typeof Job>[0]
    expect(() => new Job(job).validate()).not.toThrow()
    // The schema finds what is wrong.
    const wrong = { ...job, spec: { ...job!.spec!, completions: 'four' } } as unknown as typeof job
    expect(() => new Job(wrong).validate()).toThrow(/completions/)
  })

  test('reads as an administrator reads it', () => {
    expect(text).toMatchInlineSnapshot(`
      "# 10 blocks of usmca-2025-tariffs in 4 tasks; see docs/cluster.md.
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: plantshift-usmca-2025-tariffs-ee777679-1
        labels:
          app.kubernetes.io/name: plantshift
      spec:
        completionMode: Indexed
        completions: 4
        parallelism: 4
        backoffLimitPerIndex: 3
        maxFailedIndexes: 4
        podFailurePolicy:
          rules:
            - action: Ignore
              onPodConditions:
                - type: DisruptionTarget
                  status: "True"
            - action: FailJob
              onExitCodes:
                containerName: work
                operator: In
                values:
                  - 65
                  - 78
        template:
          metadata:
            labels:
              app.kubernetes.io/name: plantshift
          spec:
            restartPolicy: Never
            terminationGracePeriodSeconds: 120
            containers:
              - name: work
                image: plantshift:0.1.0
                args:
                  - work
                  - /volume/tariffs
                  - --round
                  - "1"
                  - --task
                  - $(JOB_COMPLETION_INDEX)
                  - --workers
                  - "2"
                resources:
                  requests:
                    cpu: "2"
                    memory: 2Gi
                  limits:
                    memory: 4Gi
                volumeMounts:
                  - name: results
                    mountPath: /volume
            volumes:
              - name: results
                persistentVolumeClaim:
                  claimName: results
      "
    `)
  })

  test('has a name that Kubernetes takes, and another one for another folder or round', () => {
    const long = { path: '/a', name: `Tariffs of ${'many '.repeat(20)}years` }
    expect(jobName(long, 12)).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
    expect(jobName(long, 12).length).toBeLessThanOrEqual(63)
    expect(new Set([jobName(long, 1), jobName(long, 2), jobName({ ...long, path: '/b' }, 1)]).size).toBe(3)
  })
})

describe('the status of a Job', () => {
  test('while pods run says which blocks are with it', () => {
    const view = viewOfJobs([round], [{ active: 2, ready: 1, completedIndexes: '0', failedIndexes: '3' }])
    expect(view).toMatchObject({ running: 1, waiting: 1, ended: [] })
    expect([...view.blocks].toSorted((one, other) => one - other)).toEqual([1, 2, 5, 6, 9])
    expect(view.notes).toEqual(['Pods that do not run yet: kubectl get pods --selector=job-name=plantshift-1'])
  })

  test('that has failed, or is gone, says that the round is over', () => {
    const conditions = [{ type: 'Failed', status: 'True', reason: 'PodFailurePolicy' }]
    expect(viewOfJobs([round], [{ conditions }])).toMatchObject({
      ended: [1],
      notes: ['Job plantshift-1 failed: PodFailurePolicy; kubectl describe job plantshift-1'],
    })
    expect(viewOfJobs([round], [undefined])).toMatchObject({ ended: [1], running: 0, waiting: 0 })
  })
})

test('the container file takes the package as it is called, on a Node that the package takes, and starts its command', () => {
  const root = new URL('../../../', import.meta.url)
  const file = readFileSync(new URL('Containerfile', root), 'utf8')
  const { name, version, bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'FROM',
    'COPY',
    'RUN',
    'USER',
    'WORKDIR',
    'ENTRYPOINT',
    'CMD',
  ])
  const packed = `${name}-${version}.tgz`
  expect(lines[1]).toBe(`COPY ${packed} /tmp/`)
  expect(lines[2]).toContain(`/tmp/${packed} `)
  const [, major] = /node:(\d+)/.exec(lines[0])!
  expect(Number(major)).toBeGreaterThanOrEqual(Number(/\d+/.exec(ours.engines.node)![0]))
  expect(Object.keys(bin)).toEqual(JSON.parse(lines[5].replace('ENTRYPOINT ', '')))
})
