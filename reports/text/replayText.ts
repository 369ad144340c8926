/** One replicate as text: what was drawn, then for each scenario its years with regime, moves and main outcomes. */
import { outcomeIndex, outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import type { ReplicateTrace, TracedMove } from '../../engine/model/explain/trace.ts'
import { decimalText, magnitude, percentText } from '../words/numbers.ts'
import { tableLines, type Column, wrapText, usualWidth } from '../words/table.ts'

const shownOutcomes = ['output.US', 'output.CA', 'output.MX', 'assemblyJobs.US', 'priceIndex.US', 'vehicleDuties.US']

/** A number at four significant digits. */
function short(value: number): string {
  return decimalText(value, value === 0 || !Number.isFinite(value) ? 0 : Math.min(0, magnitude(value) - 3))
}

/** One replicate, year by year: what was drawn, what was in force, what moved. */
export function replayText(trace: ReplicateTrace, width: number = usualWidth): string {
  const parameters = tableLines(
    [
      { title: 'parameter', align: 'left' },
      { title: 'drawn', align: 'right' },
    ],
    trace.parameters.map(({ name, value }) => [name, short(value)]),
    width,
  )
  const scenarios = trace.scenarios.flatMap((scenario) => ['', ...scenarioLines(scenario, width)])
  return `${[`replicate ${trace.replicate}`, '', ...parameters, ...scenarios].join('\n')}\n`
}

/** Where a line is narrow, the last outcomes of the year are left to the JSON. */
function scenarioLines({ name, status, years }: ReplicateTrace['scenarios'][number], width: number): readonly string[] {
  const columns: Column[] = [
    { title: 'year', align: 'left' },
    { title: 'regime', align: 'left' },
  ]
  const learns = years.some(({ believedThreat }) => believedThreat !== undefined)
  if (learns) columns.push({ title: 'threat believed', align: 'right' })
  shownOutcomes.forEach((id, k) => columns.push({ title: id, align: 'right', leave: shownOutcomes.length - k }))
  const rows = years.map(({ year, regime, believedThreat, outcomes }) => [
    String(year),
    regime,
    ...(learns ? [percentText(believedThreat ?? NaN, 0)] : []),
    ...shownOutcomes.map((id) => short(outcomes[outcomeIndex(id)])),
  ])
  const bad = years.flatMap(({ year, outcomes }) =>
    outcomeDefinitions.flatMap(({ id }, c) =>
      Number.isFinite(outcomes[c]) ? [] : [`${year}: ${id} is ${outcomes[c]}`],
    ),
  )
  const moves = years.flatMap(({ year, moves }) =>
    moves.flatMap((move) => wrapText(moveLine(year, move), width, '    ')),
  )
  return [
    `${name}: ${status}`,
    ...tableLines(columns, rows, width),
    ...bad,
    ...(moves.length === 0
      ? ['no line moves']
      : ['moves, with the gain over staying net of the sunk cost, million USD:', ...moves]),
  ]
}

/** A move in a line, as in `2027 rav4@CA (Toyota): CA to US, Georgetown, from 2029; gain 120, sunk 640`; money in million USD. */
export function moveLine(year: number, move: TracedMove): string {
  const why = move.early ? ', brought forward by a jump in costs' : ''
  // Nobody reckoned up what an announced move gains.
  const gain = move.announced ? 'announced' : `gain ${short(move.gain)}`
  return (
    `${year} ${move.line} (${move.maker}): ${move.from} to ${move.to}, ${move.plant}, from ${move.arrives}; ` +
    `${gain}, sunk ${short(move.sunkCost)}${why}`
  )
}
