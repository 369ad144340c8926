/** 2025 as it happened beside the engine, as a page for docs/validation.md; the terminal prints the same page. */
import { percentText } from '../words/numbers.ts'
import type { OutcomeChecks, OutcomeResult } from '../../studies/modelChecks/outcomeChecks.ts'
import { notComputed2025 } from '../../studies/modelChecks/outcomes2025.ts'

/** The page as Markdown. */
export function outcomesPage({ results, replicates, failed, seed, scenario }: OutcomeChecks): string {
  const inside = results.filter(({ verdict }) => verdict === 'inside').length
  return `${[
    '# 2025 as it happened',
    '',
    'Made by `plantshift doctor --outcomes --write`; do not edit. The figures and their sources are in',
    '`studies/modelChecks/outcomes2025.ts`.',
    '',
    `What was counted in 2025 beside the engine's 2025 under \`${scenario}\`, the rules that were in force, each weighted by its days. The`,
    'engine knows the policy of 2025 and nothing else of it: not its demand, stocks, retooling, recalls or strikes. So a miss is told',
    'first, nothing is tuned to any row, and a year that is past is no forecast that came true.',
    '',
    `${replicates} replicates, seed ${seed}, ${failed} failed. In brackets 5% to 95% of replicates; ± is the Monte Carlo standard error of`,
    `the mean. ${inside} of ${results.length} outcomes lie within the interval; the farthest from it come first.`,
    '',
    '| what | when | happened | ours | verdict |',
    '|---|---|---|---|---|',
    ...results.map(resultRow),
    ...notComputed2025.map(({ what, actual, why }) => `| ${what} | 2025 | ${actual} | | not computed: ${why} |`),
    '',
    '## Sources, and what differs',
    '',
    ...results.map(({ happened: { what, source, confidence, note } }) => `* ${what}: ${source} (${confidence}). ${note}`),
    ...notComputed2025.map(({ what, source }) => `* ${what}: ${source}.`),
  ].join('\n')}\n`
}

function resultRow({ happened, ours, verdict, distance }: OutcomeResult): string {
  const { what, period, actual, ours: quantity } = happened
  const figure = (value: number): string => (quantity.kind === 'added' ? value.toFixed(1) : percentText(value, -1))
  const text = (value: number): string => (quantity.kind === 'change' && value > 0 ? '+' : '') + figure(value)
  const verdictText = verdict === 'inside' ? 'inside' : `**outside**, by ${percentText(distance, 0)} of the interval`
  const interval = `${text(ours.low)} to ${text(ours.high)}`
  return `| ${what} | ${period} | ${text(actual)} | ${text(ours.mean)} ± ${figure(ours.standardError)} (${interval}) | ${verdictText} |`
}
