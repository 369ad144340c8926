/** Title, kind, horizon and outcomes of a scenario. */
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { derivedTexts } from '../file/derived.ts'
import { nameHint, nearestName } from '../file/nearest.ts'
import type { Problem } from '../file/problem.ts'
import { defaults } from '../file/resolved.ts'
import { type ScenarioFile, replications } from '../file/scenario.ts'
import { type CheckContext, problemAt } from './context.ts'
import type { Years } from './policy.ts'

/** Whether a whole scenario has title and question, what its kind needs, a horizon that can be simulated, outcomes that exist. */
export function generalProblems(content: ScenarioFile, years: Years, context: CheckContext): readonly Problem[] {
  return [
    ...titleProblems(content, context),
    ...kindProblems(content, context),
    ...horizonProblems(content, years, context),
    ...outcomeProblems(content, context),
  ]
}

function titleProblems({ title }: ScenarioFile, context: CheckContext): readonly Problem[] {
  if (title !== undefined) return []
  // At the beginning of the file itself: the positions of the joined file may be those of one that it extends.
  const message = 'title: is missing: say in a few words what the scenario is'
  return [{ file: context.file, line: 1, column: 1, path: 'title', allowed: 'a text', message }]
}

const blocksOfReplication = ['kind', 'replication', 'title', 'question', 'note', 'sources', 'report']

function kindProblems(content: ScenarioFile, context: CheckContext): readonly Problem[] {
  const { kind, replication } = content
  if (kind !== 'replication') {
    if (replication === undefined) return []
    const message = 'only a scenario with kind: replication has this key'
    return [problemAt(context, ['replication'], { message, onKey: true })]
  }
  const extra = Object.keys(content).filter((key) => !blocksOfReplication.includes(key))
  const allowed = `one of ${replications.join(', ')}`
  const unnamed = replication === undefined ? [`is missing: write ${allowed}`] : []
  return [
    ...unnamed.map((message) => problemAt(context, ['replication'], { message, allowed })),
    ...extra.map((key) =>
      problemAt(context, [key], {
        message: `a replication runs a paper's own closure and has no ${key}`,
        allowed: blocksOfReplication.join(', '),
        onKey: true,
      }),
    ),
  ]
}

function horizonProblems({ horizon }: ScenarioFile, { from, to }: Years, context: CheckContext): readonly Problem[] {
  if (from !== defaults.from) {
    const message = `the first simulated year is ${defaults.from}, the year after the data`
    return [problemAt(context, ['horizon', 'from'], { message, given: String(from), allowed: String(defaults.from) })]
  }
  if (to >= from) return []
  const message = `the last year, ${to}, comes before the first, ${from}`
  const path = horizon?.to === undefined ? ['horizon'] : ['horizon', 'to']
  return [problemAt(context, path, { message, given: String(to), allowed: `${from} or later` })]
}

function outcomeProblems({ outcomes, derived }: ScenarioFile, context: CheckContext): readonly Problem[] {
  const ids = [...derivedTexts(derived), ...outcomeDefinitions].map(({ id }) => id)
  return (outcomes ?? []).flatMap((id, n) => {
    if (ids.includes(id)) return []
    const nearest = nearestName(id, ids)
    const hint = nameHint(id, ids)
    const message = `unknown outcome: ${id}; ${hint}`
    return [problemAt(context, ['outcomes', n], { message, given: id, allowed: ids.join(', '), nearest })]
  })
}
