/** The engine that a command line asks for. */
import { realpathSync } from 'node:fs'
import { usageError } from '../../engine/run/errors.ts'
import { bullmqEngine } from '../../studies/engines/bullmq.ts'
import type { Engine } from '../../studies/engines/engine.ts'
import { kubernetesEngine } from '../../studies/engines/kubernetes.ts'
import { localEngine } from '../../studies/engines/local.ts'
import { engineNames, type EngineName } from '../../studies/engines/engineNames.ts'
import { slurmEngine } from '../../studies/engines/slurm.ts'
import { programVersion } from '../../studies/plan/version.ts'
import type { OptionValues } from '../console/command.ts'
import { engineNameFrom, redisFrom, sbatchFrom } from '../console/engineOptions.ts'
import { givenNumber, textOption } from '../console/options.ts'

/** @throws an error of kind `usage` where none is named */
export function openEngine(options: OptionValues): Engine {
  const name = engineNameFrom(options)
  if (name === undefined) throw usageError(`--engine: say what computes the blocks: ${engineNames.join(', ')}`)
  return engineNamed(name, options)
}

/** The same, or undefined where none is named. */
export function engineFrom(options: OptionValues): Engine | undefined {
  return engineNameFrom(options) === undefined ? undefined : openEngine(options)
}

function engineNamed(name: EngineName, options: OptionValues): Engine {
  const [tasks, cpus] = [givenNumber(options, 'tasks'), givenNumber(options, 'cpus')]
  const program = [process.execPath, realpathSync(process.argv[1])]
  if (name === 'local') return localEngine({ program, tasks, threads: cpus })
  if (name === 'bullmq') return bullmqEngine(redisFrom(options))
  if (name === 'kubernetes') {
    const claim = textOption(options, 'claim')
    if (claim === undefined) {
      throw usageError('--claim: name the claim on the volume that pods and this machine share, as in --claim results')
    }
    return kubernetesEngine({
      tasks: tasks ?? 100,
      cpus: cpus ?? 4,
      image: textOption(options, 'image') ?? `plantshift:${programVersion()}`,
      claim,
      within: textOption(options, 'within'),
    })
  }
  return slurmEngine({
    program,
    tasks: tasks ?? 100,
    cpus: cpus ?? 4,
    time: textOption(options, 'time') ?? '01:00:00',
    sbatch: sbatchFrom(options),
  })
}
