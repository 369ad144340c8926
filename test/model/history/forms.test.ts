/** Forms of the model that replicates draw: each replicate is, to the bit, that of a run which holds the form that it drew. */
import { describe, expect, test } from 'vitest'
import { rootKey } from '../../../engine/math/streams.ts'
import { parameterIndex } from '../../../engine/model/draws/parameters.ts'
import { runReplicate } from '../../../engine/model/history/replicate.ts'
import { createWorkspace } from '../../../engine/model/history/workspace.ts'
import { closureForms, demandForms } from '../../../engine/model/inputs/policy.ts'
import { compileScenario } from '../../../scenarios/compile/compile.ts'
import { loadIndustry } from '../../../scenarios/industry/loadIndustry.ts'
import { loadScenario } from '../../../scenarios/load.ts'
import { type StatedForms, withForms } from '../../../scenarios/parameters/forms.ts'
import { flattenLaws } from '../../../scenarios/parameters/parameterLaws.ts'

const { industry } = loadIndustry()
const root = rootKey(20)
const replicates = [0, 1, 2, 3, 4, 5, 6, 7]

interface Run {
  /** [replicate] which forms it has. */
  readonly demand: readonly string[]
  readonly closure: readonly string[]
  /** [replicate][scenario] all outcomes, and how the replicate ended. */
  readonly outcomes: readonly (readonly (readonly number[])[])[]
}

function run(name: string, forms: StatedForms): Run {
  const scenarios = ['base', name].map((word) => {
    const scenario = loadScenario(word, { industry })
    return compileScenario({ ...scenario, content: { ...scenario.content, ...forms } }, industry)
  })
  const workspace = createWorkspace(industry, flattenLaws(withForms({}, forms)), scenarios)
  const demand: string[] = []
  const closure: string[] = []
  const outcomes = replicates.map((replicate) => {
    runReplicate(workspace, root, replicate)
    const drawn = workspace.draws.parameters
    demand.push(demandForms[drawn[parameterIndex('demandForm')]])
    closure.push(closureForms[drawn[parameterIndex('closureForm')]])
    return workspace.results.map(({ status, outcomes: of }) => [status, ...of])
  })
  return { demand, closure, outcomes }
}

/** With entrants, whose markets are copies of those of all. */
describe.each(['tariff-232-2025', 'chinese-entry'])('%s', (name) => {
  test('under drawn demand is, replicate by replicate, what it is under the demand that was drawn', () => {
    const drawn = run(name, {
      demand: { law: 'choice', incomeGroups: 0.4, nestedLogit: 0.3, ces: 0.3 },
      closure: 'off',
    })
    expect(new Set(drawn.demand)).toEqual(new Set(demandForms))
    for (const demand of demandForms) {
      const held = run(name, { demand, closure: 'off' })
      expect(new Set(held.demand)).toEqual(new Set([demand]))
      const like = replicates.filter((replicate) => drawn.demand[replicate] === demand)
      for (const replicate of like) expect(drawn.outcomes[replicate]).toEqual(held.outcomes[replicate])
    }
  })

  test('under a drawn closure is, replicate by replicate, what it is under the one that was drawn', () => {
    const drawn = run(name, { demand: 'nestedLogit', closure: { law: 'choice', on: 0.5, off: 0.5 } })
    expect(new Set(drawn.closure)).toEqual(new Set(['on', 'off']))
    for (const closure of ['on', 'off'] as const) {
      const held = run(name, { demand: 'nestedLogit', closure })
      const like = replicates.filter((replicate) => drawn.closure[replicate] === closure)
      for (const replicate of like) expect(drawn.outcomes[replicate]).toEqual(held.outcomes[replicate])
    }
    expect(drawn.outcomes).not.toEqual(run(name, { demand: 'nestedLogit', closure: 'off' }).outcomes)
  })
})
