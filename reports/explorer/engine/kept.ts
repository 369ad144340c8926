/** What a worker keeps between questions: the last thing it made, for as long as it is asked for the same. */
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'
import { samplingOf } from '../../../scenarios/parameters/sampling.ts'
import type { ResolvedScenario } from '../../../scenarios/file/resolved.ts'
import type { ParameterLaws } from '../../../engine/model/draws/parameterLaws.ts'
import type { Sampling } from '../../../engine/math/sampling.ts'
import { seedOf } from '../../../studies/plan/defaults.ts'
import { lawsOf } from '../../../studies/plan/laws.ts'
import type { StudySettings } from './protocol.ts'

/** Makes a thing again only where its key is another than last time. */
export function keepLast<Thing>(): (key: unknown, make: () => Thing) => Thing {
  let last: { readonly key: string; readonly thing: Thing } | undefined
  return (key, make) => {
    const text = JSON.stringify(key)
    if (last?.key !== text) {
      last = undefined
      last = { key: text, thing: make() }
    }
    return last.thing
  }
}

/** What of the settings decides a replicate: not how many of them there are. */
export function drawnBy(settings: StudySettings): StudySettings {
  return { ...settings, replicates: 0 }
}

/** What replicates are drawn by. */
export interface Drawing {
  readonly laws: ParameterLaws
  readonly sampling: Sampling
  readonly seed: number
}

/** The laws, the design and the seed of the option, as a run of it has them. */
export function drawingOf(option: ResolvedScenario, settings: StudySettings): Drawing {
  const { content } = option
  return {
    laws: flattenLaws(lawsOf(option), content.correlations ?? []),
    sampling: samplingOf(content.design ?? {}),
    seed: seedOf(settings.seed, content.design?.seed),
  }
}
