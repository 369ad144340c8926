/** The data report as text: totals beside their references, what rests on which evidence, and the rules for what is missing. */
import type { FitTable } from '../../scenarios/industry/fit.ts'
import type { LoadedIndustry } from '../../scenarios/industry/loadIndustry.ts'
import { decimalText, magnitude, percentText } from '../words/numbers.ts'
import { wrapText, type Column, tableLines, usualWidth } from '../words/table.ts'

/** What the base year rests on: its size, its figures beside published ones, the rules that made them. */
export function fitText({ fit, rules, dataHashes, own }: LoadedIndustry, width: number = usualWidth): string {
  const { products, lines, plants, makers } = fit
  const changed = dataHashes.filter(({ asShipped }) => !asShipped).map(({ file }) => file)
  return `${[
    `${makers} makers, ${plants} plants, ${products} products, ${lines} lines`,
    ...(own === undefined ? [] : [`Data of your own: ${own.folder} (sha256 ${own.sha256})`]),
    ...(changed.length === 0 ? [] : [`Not as shipped: ${changed.join(', ')}`]),
    ...fit.tables.flatMap((table) => ['', ...fitTableLines(table, width)]),
    '',
    ...evidenceLines(fit.evidence),
    ...overfullLines(fit.overfullPlants),
    '',
    'Rules for what no file says',
    ...rules.flatMap(({ id, text, reason, volume }) =>
      wrapText(`${id}: ${text} Why: ${reason} Touches ${decimalText(volume, 3)} vehicles a year.`, width, '  '),
    ),
  ].join('\n')}\n`
}

const fitColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'ours', align: 'right' },
  { title: 'reference', align: 'right' },
  { title: 'ratio', align: 'right' },
  { title: 'known', align: 'left' },
]

function fitTableLines({ title, unit, rows }: FitTable, width: number): readonly string[] {
  const cells = rows.map(({ name, ours, reference, ratio, confidence }) => [
    `  ${name}`,
    short(ours),
    short(reference),
    decimalText(ratio, -3),
    confidence,
  ])
  return [`${title} (${unit})`, ...tableLines(fitColumns, cells, width)]
}

/** Four significant digits, more where the whole number has them. */
function short(value: number): string {
  return decimalText(value, value === 0 || !Number.isFinite(value) ? 0 : Math.min(0, magnitude(value) - 3))
}

function evidenceLines(evidence: LoadedIndustry['fit']['evidence']): readonly string[] {
  const columns: readonly Column[] = [
    { title: 'Shares of volume by how well it is known', align: 'left' },
    { title: 'sourced', align: 'right' },
    { title: 'derived', align: 'right' },
    { title: 'approximate', align: 'right' },
  ]
  const rows = evidence.map(({ what, sourced, derived, approximate }) => [
    `  ${what}`,
    percentText(sourced, 0),
    percentText(derived, 0),
    percentText(approximate, 0),
  ])
  return tableLines(columns, rows)
}

function overfullLines(plants: LoadedIndustry['fit']['overfullPlants']): readonly string[] {
  if (plants.length === 0) return []
  const rows = plants.map(({ name, sales, output }) => [`  ${name}`, decimalText(sales, 0), decimalText(output, 0)])
  return [
    '',
    'Plants that sold more than the files say they built',
    ...tableLines(
      [
        { title: '', align: 'left' },
        { title: 'sold', align: 'right' },
        { title: 'built', align: 'right' },
      ],
      rows,
    ),
  ]
}
