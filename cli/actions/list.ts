/** Prints what may be named in commands and files: `list`. */
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { usageError } from '../../engine/run/errors.ts'
import { tableLines } from '../../reports/words/table.ts'
import { loadIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { valueIn } from '../../scenarios/levers/apply.ts'
import type { Lever } from '../../scenarios/levers/lever.ts'
import { levers } from '../../scenarios/levers/table.ts'
import { loadScenario } from '../../scenarios/load.ts'
import { parameterRows } from '../../scenarios/parameters/parameterRows.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { exitCode } from '../console/failure.ts'
import { printJson } from '../console/print.ts'

type Row = Readonly<Record<string, unknown>>

/** What can be listed: rows as data, and the columns that are printed. */
const lists: Readonly<Record<string, { readonly rows: () => readonly Row[]; readonly shown: readonly string[] }>> = {
  levers: { rows: leverRows, shown: ['id', 'title', 'values', 'unit', 'today'] },
  parameters: { rows: () => parameterRows({}).map((row) => ({ ...row })), shown: ['name', 'title', 'unit', 'law'] },
  outcomes: {
    rows: () => outcomeDefinitions.map(({ id, family, place, unit }) => ({ id, family, place, unit })),
    shown: ['id', 'unit'],
  },
  makers: {
    rows: () => loadIndustry().industry.makers.map(({ id, name, headquarters }) => ({ id, name, headquarters })),
    shown: ['id', 'name', 'headquarters'],
  },
  plants: {
    rows: () => loadIndustry().industry.plants.map(({ id, name }) => ({ id, name })),
    shown: ['id', 'name'],
  },
  nameplates: {
    rows: () => loadIndustry().industry.products.map(({ id, name, body, electric }) => ({ id, name, body, electric })),
    shown: ['id', 'name', 'body'],
  },
}

/** Prints a list, or what of it holds the word. @returns the exit code @throws an error of kind `usage` for what cannot be listed */
export async function printList(what: string, word: string | undefined, json: boolean): Promise<number> {
  const { rows, shown } = lists[oneOf('list', what, Object.keys(lists))]
  const all = rows()
  const found = all.filter(
    (row) => word === undefined || JSON.stringify(row).toLowerCase().includes(word.toLowerCase()),
  )
  if (found.length === 0) throw usageError(`list ${what}: none of ${all.length} holds ${JSON.stringify(word)}`)
  if (json) printJson(found)
  else {
    const columns = shown.map((title) => ({ title, align: 'left' as const }))
    process.stdout.write(
      `${tableLines(
        columns,
        found.map((row) => shown.map((key) => String(row[key]))),
      ).join('\n')}\n`,
    )
  }
  return exitCode.done
}

function leverRows(): readonly Row[] {
  const today = loadScenario('path-2026')
  return levers.map((lever) => {
    const { id, title, group, unit, rule, source, outcomes, values } = lever
    return { id, title, group, unit, values: domainText(values), today: valueIn(today, lever), rule, source, outcomes }
  })
}

function domainText(values: Lever['values']): string {
  if (values.kind === 'switch') return 'true, false'
  if (values.kind === 'number') return `${values.least} to ${values.most}`
  return values.choices.map(({ value }) => value).join(', ')
}
