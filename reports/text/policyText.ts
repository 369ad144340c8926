/** The rates of the scenario library as text: what they rest on, and those that rest on no row of the list of duties. */
import type { PolicyRate } from '../../studies/modelChecks/policyRates.ts'
import { percentText } from '../words/numbers.ts'
import { type Column, tableLines } from '../words/table.ts'

const columns: readonly Column[] = [
  { title: 'scenario', align: 'left' },
  { title: 'line', align: 'right' },
  { title: 'rate', align: 'right' },
  { title: 'from', align: 'left' },
  { title: 'key', align: 'left' },
]

/** @param all also lists the rates that are found, with their rows */
export function policyText(rates: readonly PolicyRate[], all: boolean): string {
  const of = (evidence: PolicyRate['evidence']): readonly PolicyRate[] =>
    rates.filter((rate) => rate.evidence === evidence)
  const missing = of('not in the list')
  return `${[
    `${rates.length} rates above 0 in the scenario library: ${of('sourced').length} on sourced rows of tariffs.csv, ` +
      `${of('approximate').length} on approximate ones, ${missing.length} on none.`,
    '',
    'On no row: suppositions, judgements (each file says which in its notes), and what is not sourced.',
    ...tableLines(columns, missing.map(row)),
    ...(of('approximate').length === 0
      ? []
      : ['', 'On approximate rows.', ...tableLines(columns, of('approximate').map(row))]),
    ...(all ? ['', 'On sourced rows.', ...of('sourced').flatMap(foundLines)] : []),
  ].join('\n')}\n`
}

function row({ scenario, position, rate, from, key }: PolicyRate): readonly string[] {
  return [
    scenario,
    String(position?.line ?? ''),
    percentText(rate, -2),
    from ?? '',
    key.replace(/^policy\.regimes\./, ''),
  ]
}

function foundLines(found: PolicyRate): readonly string[] {
  return [row(found).join('  '), ...found.rows.map(({ title, confidence }) => `    ${title} (${confidence})`)]
}
