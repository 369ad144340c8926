/** What docs/tables.md takes from the program: which tables there are, and what expressions may call. */
import { parameterNames } from '../../engine/model/draws/parameters.ts'
import { expressionFunctions, type ExpressionFunction } from '../../reports/frames/expression/functions.ts'
import { tableKinds, type TableKind } from '../../reports/frames/columns.ts'
import { reportTable } from '../../reports/frames/report.ts'

const nothing = { summaries: [], comparisons: [], plants: [], lines: [] }

function columnsOf(kind: TableKind): string {
  if (kind === 'replicates') return '`scenario`, levers of a sweep, `replicate`, `year`, `status`, outcomes; parameters where named'
  if (kind === 'draws') return `\`part\`, \`replicate\`, and the ${parameterNames.length} parameters`
  return reportTable(kind, nothing)
    .columns.map(({ name }) => `\`${name}\``)
    .join(', ')
}

/** A row a table, with its columns. */
export function tablesTable(): string {
  return ['| table | columns |', '|---|---|', ...tableKinds.map((kind) => `| \`${kind}\` | ${columnsOf(kind)} |`)].join('\n')
}

const titles: Readonly<Record<ExpressionFunction['of'], string>> = {
  row: 'of a row',
  group: 'of all rows of a group',
  place: 'of a row among those of its group, as they are sorted',
}

const words = { number: 'x', text: 'text', any: 'value', constant: 'n' } as const

function callText(name: string, { takes, least, more }: ExpressionFunction): string {
  const given = takes.map((one, n) => (n < least ? words[one] : `[${words[one]}]`))
  return `\`${name}(${given.join(', ')}${more ? ', ...' : ''})\``
}

/** A row for each kind of function. */
export function functionsTable(): string {
  const rows = (['row', 'group', 'place'] as const).map((of) => {
    const calls = [...expressionFunctions].filter(([, one]) => one.of === of).map(([name, one]) => callText(name, one))
    return `| ${titles[of]} | ${calls.join(', ')} |`
  })
  return ['| functions | |', '|---|---|', ...rows].join('\n')
}
