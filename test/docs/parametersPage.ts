/** docs/parameters.md: every uncertain parameter with its law, from the table that the draws are made from. */
import { parameterTable, correlations } from '../../scenarios/parameters/parameters.ts'
import { lawTextOf } from '../../scenarios/parameters/parameterRows.ts'

export function parametersPage(): string {
  const rows = parameterTable.map(({ name, title, unit, law, range, basis, source }) =>
    `| \`${name}\` | ${title} | ${unit} | ${lawTextOf(name, law)} | ${range[0]} to ${range[1]} | ${basis} | ${source} |`)
  const estimates = parameterTable.filter(({ basis }) => basis === 'estimate').length
  const pairs = correlations.map(([one, other, correlation]) => `\`${one}\` and \`${other}\` (${correlation})`)
  return `${[
    '# Parameters',
    '',
    'Made from `scenarios/parameters.ts` by `npm run docs`; do not edit.',
    '',
    `What is uncertain and drawn once a replicate, section 14 of [model.md](model.md). ${estimates} of ${parameterTable.length}`,
    'laws rest on published estimates; the others are judgement, and say so. A scenario may give another law or hold a',
    'parameter at a number: [scenarios.md](scenarios.md). Values outside the range are refused.',
    '',
    `Correlated, by their normal scores: ${pairs.join('; ')}; all others are independent.`,
    '',
    '| name | what | unit | law | range | basis | source |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`
}
