/**
 * Discovery as text: where an option fails, as a sentence and a table for each box, how it was judged, and the tree of
 * all parameters beside it. Figures are those of replicates that took no part in the search.
 */
import type { CurveStep, Discovery, FoundBox, Restriction } from '../../../engine/analysis/discovery/discover.ts'
import type { Tree } from '../../../engine/analysis/discovery/tree.ts'
import { shareText, decimalText, magnitude } from '../../words/numbers.ts'
import { wrapText, type Column, tableLines, usualWidth } from '../../words/table.ts'

export interface DiscoverySubject {
  readonly option: string
  /** What counts as failing, after "fails:", as in `US output is below 10 million vehicles`. */
  readonly event: string
  /** [parameter] as people call it; the parameter's own name where it has no label. */
  readonly labels: Readonly<Record<string, string>>
  /** [parameter] what is one of several, and which; absent for numbers. */
  readonly categories?: Readonly<Record<string, { readonly of: string; readonly is: string }>>
}

/** The whole text, ending in a line break. */
export function discoveryText(discovery: Discovery, subject: DiscoverySubject, width: number = usualWidth): string {
  const { boxes, cases, ofInterest, leftOut } = discovery
  const leftOutText = leftOut === 0 ? '' : `; ${leftOut} could not be computed`
  const { option, event } = subject
  const head = `${option} fails in ${ofInterest} of ${cases} replicates${leftOutText}. It fails: ${event}.`
  const found = boxes.flatMap((box, b) => ['', ...boxLines(box, b, discovery, subject, width)])
  const none = boxes.length > 0 ? [] : ['', ...wrapText(noBoxText(discovery, subject), width)]
  return `${[...wrapText(head, width), ...none, ...found, ...firmnessLines(discovery, subject, width)].join('\n')}\n`
}

/** A limit that chance would give as often as this is not told as one that matters. */
const leastChance = 0.05

/** Figures are of the whole box, so that limits which are not told are counted. */
function restText(left: number): string {
  if (left === 0) return ''
  const limits =
    left === 1
      ? 'One more limit of the box may be chance; it is'
      : `${left} more limits of the box may be chance; they are`
  return ` ${limits} in its table.`
}

/** As in `x fails in 78% of replicates (71% to 84%) where a is above 5.4; it holds 41% (36% to 46%) of them.` */
export function boxSentence(box: FoundBox, subject: DiscoverySubject): string {
  const { restrictions, heldOut, density, coverage, densityElsewhere } = box
  const sure = restrictions.filter(({ p }) => p < leastChance)
  const told = sure.length > 0 ? sure : restrictions
  const where = told.map((restriction) => restrictionText(restriction, subject)).join(' and ')
  return (
    `${subject.option} fails in ${shareText(heldOut.density)} of replicates (${shareText(density.low)} to ` +
    `${shareText(density.high)}) where ${where}; this holds ${shareText(heldOut.coverage)} ` +
    `(${shareText(coverage.low)} to ${shareText(coverage.high)}) of its failures. ` +
    `Elsewhere it fails in ${shareText(densityElsewhere)}.${restText(restrictions.length - told.length)}`
  )
}

/** As in `a is above 5.4`, or `demand is not ces`. */
export function restrictionText(
  { parameter, low, high }: Pick<Restriction, 'parameter' | 'low' | 'high'>,
  { labels, categories = {} }: DiscoverySubject,
): string {
  if (parameter in categories) {
    const { of, is } = categories[parameter]
    return low > -Infinity ? `${of} is ${is}` : `${of} is not ${is}`
  }
  const name = labels[parameter] ?? parameter
  if (low === -Infinity) return `${name} is below ${limitText(high)}`
  if (high === Infinity) return `${name} is above ${limitText(low)}`
  return `${name} is between ${limitText(low)} and ${limitText(high)}`
}

/** Three digits: a limit lies half way between two replicates, and is no better known than that. */
function limitText(limit: number): string {
  return Number.isFinite(limit) ? decimalText(limit, limit === 0 ? 0 : magnitude(limit) - 2) : ''
}

const restrictionColumns: readonly Column[] = [
  { title: 'parameter', align: 'left' },
  { title: 'from', align: 'right' },
  { title: 'to', align: 'right' },
  { title: 'p', align: 'right' },
]

function boxLines(
  box: FoundBox,
  b: number,
  discovery: Discovery,
  subject: DiscoverySubject,
  width: number,
): readonly string[] {
  const rows = box.restrictions.map((restriction) => {
    const { parameter, low, high, p } = restriction
    // A category is in the box or out of it.
    if (parameter in (subject.categories ?? {})) return [restrictionText(restriction, subject), '', '', chanceText(p)]
    return [subject.labels[parameter] ?? parameter, limitText(low), limitText(high), chanceText(p)]
  })
  const after = b === 0 ? '' : 'Of the replicates outside the boxes above: '
  const judged =
    `Found on half of the replicates, where ${shareText(box.searched.density)} of the box fail, and judged on the ` +
    `other: ${box.heldOut.inside} in the box, ${box.heldOut.insideOfInterest} of them fail. ` +
    `Chance alone would give as many with probability ${chanceText(box.p)}.`
  return [
    ...(discovery.boxes.length > 1 ? [`Box ${b + 1}`] : []),
    ...wrapText(after + boxSentence(box, subject), width),
    '',
    ...tableLines(restrictionColumns, rows, width),
    ...wrapText(judged, width),
  ]
}

/** A p-value, as in `0.03` or `< 0.001`. */
function chanceText(p: number): string {
  return p < 0.001 ? '< 0.001' : decimalText(p, p < 0.1 ? -3 : -2)
}

function noBoxText({ refuted, cases, ofInterest }: Discovery, { option }: DiscoverySubject): string {
  const usual = shareText(ofInterest / cases)
  const text = `No box of parameters was found in which ${option} fails more often than in all replicates (${usual})`
  if (refuted === undefined) return `${text}.`
  const { searched, heldOut, p } = refuted
  return (
    `${text}. The search proposed one with ${shareText(searched.density)} failing; on replicates that took no part ` +
    `in the search they are ${shareText(heldOut.density)}, which chance explains (p ${chanceText(p)}).`
  )
}

/** How often searches on random halves restrict each of the parameters in a box. */
function firmnessLines(
  { boxes, reproduced, parameters }: Discovery,
  { labels }: DiscoverySubject,
  width: number,
): readonly string[] {
  if (boxes.length === 0 || !reproduced.every(Number.isFinite)) return []
  const often = parameters
    .map((parameter, p) => ({ name: labels[parameter] ?? parameter, share: reproduced[p] }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
  const list = often.map(({ name, share }) => `${name} ${shareText(share)}`).join(', ')
  return ['', ...wrapText(`Searches on random halves restrict: ${list}.`, width)]
}

/** What the boxes of a trajectory are worth on the other half: the curve along which one is chosen. */
export function curveLines(curve: readonly CurveStep[]): readonly string[] {
  const titles = ['step', 'mass', 'coverage', 'density', '95%', 'limits', 'density where sought']
  return tableLines(
    titles.map((title) => ({ title, align: 'right' })),
    curve.map(({ step, heldOut, density, searched }) => [
      String(step),
      shareText(heldOut.mass),
      shareText(heldOut.coverage),
      shareText(heldOut.density),
      `${shareText(density.low)} to ${shareText(density.high)}`,
      String(heldOut.restricted),
      shareText(searched.density),
    ]),
  )
}

/** A tree, one line a branch or leaf, with the share of failing replicates of those that grew it. */
export function treeLines(
  tree: Tree,
  parameters: readonly string[],
  labels: Readonly<Record<string, string>>,
  categories: NonNullable<DiscoverySubject['categories']> = {},
): readonly string[] {
  const lines = (node: Tree, indent: string, condition: string): readonly string[] => {
    const line = `${indent}${condition}: ${shareText(node.ofInterest / node.count)} of ${node.count} fail`
    if (node.kind === 'leaf') return [line]
    const parameter = parameters[node.parameter]
    const name = labels[parameter] ?? parameter
    const [below, above] =
      parameter in categories
        ? [`${categories[parameter].of} is not ${categories[parameter].is}`, name]
        : [`${name} up to ${limitText(node.at)}`, `${name} above ${limitText(node.at)}`]
    return [line, ...lines(node.left, `${indent}  `, below), ...lines(node.right, `${indent}  `, above)]
  }
  return lines(tree, '', 'all')
}
