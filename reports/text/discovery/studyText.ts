/** What `discover` found, as text for a terminal: boxes, the search that led to the first, and the tree beside them. */
import type { CurveStep } from '../../../engine/analysis/discovery/discover.ts'
import { curveLines, discoveryText, treeLines } from './boxText.ts'
import { shareText } from '../../words/numbers.ts'
import { onlyPart } from '../../words/partial.ts'
import { wrapText, usualWidth } from '../../words/table.ts'
import type { DiscoveryStudy } from '../../../studies/discovery/study.ts'
import { discoverySubject } from './subject.ts'

/** The whole text, ending in a line break. */
export function discoveryStudyText(study: DiscoveryStudy, width: number = usualWidth): string {
  const { discovery, seed, reproduce } = study
  const subject = discoverySubject(study)
  const sections = [
    study.partial === undefined ? [] : [`All of this is ${onlyPart(study.partial)}.`],
    casesLines(study, width),
    [discoveryText(discovery, subject, width).trimEnd()],
    searchLines(study, width),
    treeSection(study, width),
    [`Seed ${seed}. The same numbers again: ${reproduce}`],
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function casesLines({ points, replicates, factors }: DiscoveryStudy, width: number): readonly string[] {
  const ofLevers = factors.filter(({ kind }) => kind === 'lever')
  const levers = [...new Set(ofLevers.map(({ name, category }) => category?.of ?? name))]
  const parameters = new Set(
    factors.flatMap(({ name, kind, category }) => (kind === 'lever' ? [] : [category?.of ?? name])),
  ).size
  const kinds = [
    ...(levers.length === 0 ? [] : [`levers ${levers.join(', ')}`]),
    ...(parameters === 0 ? [] : [`${parameters} parameters`]),
  ]
  const shared =
    points === 1
      ? ''
      : ` Each of ${points} points has the same ${replicates} replicates, and a replicate counts at every point; halves ` +
        'are made of whole replicates, and intervals allow for what a replicate has in common at all points.'
  return wrapText(`Sought among ${kinds.join(' and ')}.${shared}`, width)
}

/** At most so many steps of a trajectory are printed; all are in the JSON. */
const mostSteps = 12

function searchLines({ discovery: { boxes, refuted }, chosen }: DiscoveryStudy, width: number): readonly string[] {
  const box = boxes[0] ?? refuted
  if (box === undefined) return []
  const which = boxes.length > 0 ? 'the first box' : 'the box that was not borne out'
  const [head, ...rows] = curveLines(box.curve)
  const shown = rows.filter((_, s) => isShown(box.curve, s))
  const choice =
    chosen === undefined
      ? 'By --box STEP, density=SHARE or coverage=SHARE another of them is taken.'
      : `Chosen: ${chosen}.`
  return [
    ...wrapText(
      `The search for ${which}, from the box of everything; what its steps hold of the half that did not search`,
      width,
    ),
    head,
    ...shown,
    ...wrapText(choice, width),
  ]
}

/** The first and the last step, and equal strides between them. */
function isShown(trajectory: readonly CurveStep[], s: number): boolean {
  const stride = Math.max(1, Math.ceil((trajectory.length - 1) / (mostSteps - 1)))
  return s % stride === 0 || s === trajectory.length - 1
}

function treeSection(study: DiscoveryStudy, width: number): readonly string[] {
  const { tree, factors, scores } = study
  if (tree.kind === 'leaf') return ['A tree of the factors, pruned by the other half, tells nothing apart.']
  const { labels, categories } = discoverySubject(study)
  const parts = factors
    .map(({ name }, f) => ({ label: labels[name], score: scores[f] }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ label, score }) => `${label} ${shareText(score)}`)
  return [
    'A tree of the factors, grown by the half that searched and pruned by the other',
    ...treeLines(
      tree,
      factors.map(({ name }) => name),
      labels,
      categories,
    ).flatMap((line) => wrapTreeLine(line, width)),
    ...wrapText(`Parts in what it tells apart: ${parts.join(', ')}.`, width),
  ]
}

/** A line of a tree, later lines of it further in than the first. */
function wrapTreeLine(line: string, width: number): readonly string[] {
  const indent = line.slice(0, line.length - line.trimStart().length)
  return wrapText(line.trimStart(), width - indent.length, '    ').map((part) => indent + part)
}
