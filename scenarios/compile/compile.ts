/**
 * From a resolved scenario to the flat arrays that the model reads. Sections 4 and 8 of docs/model.md.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import {
  closureForms,
  type CompiledPolicy,
  type CompiledScenario,
  demandForms,
} from '../../engine/model/inputs/policy.ts'
import { type ResolvedScenario, defaults } from '../file/resolved.ts'
import { chancesOf, heldForm } from '../parameters/forms.ts'
import { compileEntrants } from './entrants.ts'
import { keepStates } from './chains.ts'
import { courseOf } from './course.ts'
import { compileLearning } from './learning.ts'
import { type CompileMemory, createCompileMemory } from './memory.ts'
import { programmeLists } from './programmeTable.ts'
import { ruleSets } from './ruleSets.ts'
import { compilePlantEvents } from './plantEvents.ts'
import { compileRetaliation } from './retaliation.ts'
import { subsidyTable } from './subsidies.ts'

/**
 * @param memory of scenarios that were compiled for the same industry
 * @throws Error for a replication, which has no policy of its own, and for a horizon that does not follow the data
 */
export function compileScenario(
  resolved: ResolvedScenario,
  industry: Industry,
  memory: CompileMemory = createCompileMemory(industry),
): CompiledScenario {
  const { name, kind, title, content, from, to } = resolved
  if (kind === 'replication') {
    throw new Error(`${name} is a replication: it runs a paper's closure and has no policy to compile`)
  }
  const first = industry.baseYear + 1
  if (from !== first) {
    throw new Error(`${name} begins in ${from}; the data are of ${industry.baseYear}, so the first year is ${first}`)
  }
  const demand = content.demand ?? defaults.demand
  const hasGroups = chancesOf(demandForms, demand)[demandForms.indexOf('incomeGroups')] > 0
  return {
    name,
    title,
    years: to - from + 1,
    closure: heldForm(closureForms, content.closure ?? defaults.closure),
    demand: heldForm(demandForms, demand),
    incomeGroups: hasGroups ? (content.incomeGroups ?? defaults.incomeGroups) : 0,
    closeAfter: content.plants?.closeAfter ?? defaults.closeAfter,
    plantEvents: compilePlantEvents(content, industry),
    entrants: compileEntrants(content, industry),
    ...compilePolicy(resolved, industry, memory),
  }
}

/** Regimes that neither truth nor belief can reach are left out. */
function compilePolicy(
  scenario: ResolvedScenario,
  industry: Industry,
  memory: CompileMemory,
): Pick<CompiledScenario, 'policy' | 'retaliation'> {
  const { policy, from, to, content } = scenario
  const { states, truth, belief, believed, reach } = courseOf(scenario, memory.calendars)
  const learning = policy.beliefs?.learning ?? undefined
  const size = states.states.length
  const kept = reach.ever.flatMap((reached, s) => (reached ? [s] : []))
  const keptStates = kept.map((s) => states.states[s])
  const compiled: CompiledPolicy = {
    regimes: keptStates.map(({ name }) => name),
    ...programmeLists(ruleSets(keptStates), memory.open),
    subsidies: subsidyTable(
      keptStates.map(({ rules }) => rules),
      industry,
    ),
    truth: keepStates(truth, reach.truth, kept, size),
    belief: keepStates(belief, reach.belief, kept, size),
    learning: learning && compileLearning(learning, believed, states, reach.belief, kept, { from, to }),
  }
  return { policy: compiled, retaliation: compileRetaliation(content.retaliation, keptStates) }
}
