/** The checks as a page for docs/checks.md; the terminal prints the same page. */
import { percentText, decimalText } from '../words/numbers.ts'
import type { PublishedCheck, Shown } from '../../studies/modelChecks/check.ts'
import { incomparableChecks } from '../../studies/modelChecks/definitions.ts'
import type { CheckResult } from '../../studies/modelChecks/measure.ts'

export interface ChecksPage {
  readonly results: readonly CheckResult[]
  readonly replicates: number
  readonly failed: number
  readonly seed: number
}

/** The page as Markdown. */
export function checksPage({ results, replicates, failed, seed }: ChecksPage): string {
  const inside = results.filter(({ verdict }) => verdict === 'inside').length
  return `${[
    '# The whole engine beside published results',
    '',
    'Made by `plantshift doctor --model --write`; do not edit. The definitions are `studies/modelChecks/definitions.ts`.',
    '',
    'These numbers are looked at and nothing is tuned to them, except C1, which is a target of calibration. A miss stays in the',
    'table. Verification, and replication of papers under their own closure, are other claims: section 15 of',
    '[model.md](model.md).',
    '',
    `${replicates} replicates, seed ${seed}, ${failed} failed. In brackets 5% to 95% of replicates; ± is the Monte Carlo`,
    `standard error of the mean. ${inside} of ${results.length} means lie inside their bands.`,
    '',
    '| | what | published | band | ours | verdict |',
    '|---|---|---|---|---|---|',
    ...results.map(resultRow),
    ...incomparableChecks.map(({ id, what, published, why }) =>
      `| ${id} | ${what} | ${published} | | | not comparable: ${why} |`),
    '',
    '## Sources, and what differs between their question and ours',
    '',
    ...results.map(({ check }) => `* ${check.id}, ${lowerFirst(check.what)}: ${check.source}. ${check.note}`),
  ].join('\n')}\n`
}

function resultRow({ check, ours, verdict }: CheckResult): string {
  const { id, what, published, band, shown } = check
  const interval = `${numberText(ours.low, shown)} to ${numberText(ours.high, shown)}`
  const mean = `${numberText(ours.mean, shown)} ± ${numberText(ours.standardError, shown)}`
  return `| ${id} | ${what} | ${published} | ${bandText(band, shown)} | ${mean} (${interval}) | ${verdictText(check, ours, verdict)} |`
}

/** Whether at least some of the replicates lie inside, where the mean does not. */
function verdictText(
  { band, cannotMiss }: PublishedCheck,
  { low, high }: CheckResult['ours'],
  verdict: string,
): string {
  if (verdict === 'inside') return cannotMiss === undefined ? 'inside' : `inside, and could hardly miss: ${cannotMiss}`
  return low <= band[1] && high >= band[0] ? '**outside**, the interval reaches it' : '**outside**'
}

function bandText([least, greatest]: PublishedCheck['band'], shown: Shown): string {
  if (least === -Infinity) return `at most ${numberText(greatest, shown)}`
  return `${numberText(least, shown)} to ${numberText(greatest, shown)}`
}

function numberText(value: number, shown: Shown): string {
  if (shown === 'percent') return percentText(value, -2)
  const { factor, decimals, unit } = shown
  return `${decimalText(value / factor, -decimals)}${unit === '' ? '' : ` ${unit}`}`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/^(Canadian|Mexican)/.test(text) ? text[0].toLowerCase() + text.slice(1) : text
}
