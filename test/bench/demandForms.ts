/**
 * A replicate where buyers differ by income over one of the nested logit: in turn, replicate by replicate, and of each the least of many
 * looks, since other work on the machine only slows down. And what bounds the ratio: the same where every search for prices ends after its
 * first round.
 */
import { loadStudyInputs } from '../../studies/plan/inputs.ts'
import { rootKey } from '../../engine/math/streams.ts'
import { runReplicate } from '../../engine/model/history/replicate.ts'
import { createWorkspace, type Workspace } from '../../engine/model/history/workspace.ts'
import { timeText } from './measure.ts'

type Row = readonly [name: string, figure: string]

const scenario = 'tariff-232-2025'
const looks = 20
const replicates = 20

/** @param groups of buyers, 0 for the nested logit */
function workspaceOf(groups: number): Workspace {
  const demand = groups === 0 ? 'nestedLogit' : 'incomeGroups'
  const forms = { demand, closure: 'off' } as const
  const { industry, laws, scenarios } = loadStudyInputs('compare', [scenario], undefined, { forms })
  return createWorkspace(
    industry,
    laws,
    scenarios.map(({ compiled }) => ({ ...compiled, incomeGroups: groups })),
  )
}

/** Every search is content with where its first round stands. */
function withoutSearches(workspace: Workspace): Workspace {
  for (const { outlook, year } of workspace.economies) {
    for (const { groups } of [...outlook.equilibria, ...year.equilibria]) Object.assign(groups, { tolerance: Infinity })
  }
  return workspace
}

export function demandFormRows(): readonly Row[] {
  const cases = [
    { name: '', workspace: workspaceOf(0) },
    ...[1, 3, 5].flatMap((groups) => {
      const name = `replicate of ${scenario}, ${groups} ${groups === 1 ? 'group' : 'groups'} of buyers over buyers alike`
      return [
        { name, workspace: workspaceOf(groups) },
        { name: `${name}, one round a search`, workspace: withoutSearches(workspaceOf(groups)) },
      ]
    }),
  ]
  const least = cases.map(() => new Float64Array(replicates).fill(Infinity))
  const root = rootKey(1)
  for (let look = 0; look < looks; look++) {
    for (let d = 0; d < replicates; d++) {
      cases.forEach(({ workspace }, n) => {
        const start = performance.now()
        runReplicate(workspace, root, d)
        least[n][d] = Math.min(least[n][d], performance.now() - start)
      })
    }
  }
  const seconds = least.map((times) => times.reduce((sum, time) => sum + time, 0) / replicates / 1000)
  return cases.slice(1).map(({ name }, n) => {
    const own = seconds[n + 1]
    return [name, `${timeText(own)} / ${timeText(seconds[0])} = ${(own / seconds[0]).toFixed(2)}`]
  })
}
