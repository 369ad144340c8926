/** Several outcomes of a sweep at once: which points are on the front, a picture and a table for each set of laws. */
import { frontSvgs } from '../charts/front.ts'
import { figure } from '../words/figures.ts'
import type { FrontPart } from '../data/parts.ts'
import type { Report } from '../data/report.ts'
import { decimalText, percentText, roundingPlace, shareText } from '../words/numbers.ts'
import { type Block, type Cell, type DocumentTable, paragraph, type Section, words } from './document.ts'
import { staleText } from './stale.ts'
import { after, capital } from '../words/words.ts'

/** What was found of several outcomes at once; undefined where nobody asked. */
export function frontSection(report: Report): Section | undefined {
  const fronts = report.parts?.fronts ?? []
  if (fronts.length === 0) return undefined
  const stale = staleText(fronts[0].replicates, report)
  return {
    id: 'front',
    title: 'Several outcomes at once',
    blocks: [...(stale === '' ? [] : [paragraph(stale)]), ...fronts.flatMap(frontBlocks)],
  }
}

function frontBlocks(front: FrontPart, k: number): readonly Block[] {
  const at = front.laws === '' ? '' : `At ${front.laws}. `
  const pairs = front.goals.slice(1).map((_, other) => other + 1)
  const list: Block = { kind: 'list', items: front.words }
  const figures: Block = {
    kind: 'figures',
    figures: pairs.map((other) => ({
      id: other === 1 ? `front-${k + 1}` : `front-${k + 1}-${other}`,
      title: `${at}${capital(front.goals[0].outcome)}, and ${front.goals[other].outcome}`,
      caption:
        'Means, with their Monte Carlo error (90%) as a cross. Filled: on the front; half: not settled; hollow: dominated. ' +
        'Numbers are those of the table; 0 is the baseline. The line joins the front of these two outcomes; the arrows say what is sought.',
      shows: 'sampling',
      ...frontSvgs(front, other),
      size: pairs.length === 1 ? 'full' : 'half',
    })),
  }
  const table: Block = { kind: 'table', table: frontTable(front, k), behind: false }
  return [list, ...(pairs.length === 0 ? [] : [figures]), table]
}

function frontTable({ goals, points, laws }: FrontPart, k: number): DocumentTable {
  const right = 'right' as const
  const hasThresholds = points.some(({ keepsAll }) => keepsAll !== undefined)
  const columns = [
    { key: 'point', title: 'Point', align: 'left' as const },
    ...goals.flatMap(({ outcome, unit, sought }, g) => [
      { key: `mean${g + 1}`, title: `${capital(outcome)}${after(unit)}, the ${sought}`, align: right },
      { key: `error${g + 1}`, title: 'Monte Carlo, 90%', align: right },
    ]),
    { key: 'standing', title: 'Standing', align: 'left' as const },
    { key: 'chance', title: 'On the front, of resamples', align: right },
    { key: 'futures', title: 'of replicates', align: right },
    { key: 'regret', title: 'Worst regret', align: right },
    ...(hasThresholds ? [{ key: 'keeps', title: 'Keeps all thresholds', align: right }] : []),
  ]
  const rows = points
    .toSorted((one, other) => other.chance - one.chance)
    .map(({ number, title, figures, standing, chance, inReplicates, worstRegret, keepsAll }) => [
      words(`${number} ${title}`),
      ...figures.flatMap(({ mean, error }) => meanCells(mean, error)),
      words(standing),
      ...[chance, inReplicates, worstRegret].map(shareCell),
      ...(hasThresholds ? [keptCell(keepsAll)] : []),
    ])
  const caption = `Points by their chance of being on the front${laws === '' ? '' : `, at ${laws}`}`
  return { id: `front-${k + 1}`, caption, columns, groups: [{ title: '', rows }] }
}

function meanCells(mean: number, { low, high }: { readonly low: number; readonly high: number }): readonly Cell[] {
  const half = (high - low) / 2
  const place = half > 0 ? roundingPlace(mean, half, 1) : 0
  return [
    { text: decimalText(mean, place), value: figure(mean, half) },
    { text: `${decimalText(low, place)} to ${decimalText(high, place)}`, value: figure(half, half) },
  ]
}

function shareCell(share: number): Cell {
  return { text: shareText(share), value: figure(share, NaN) }
}

function keptCell(kept: FrontPart['points'][number]['keepsAll']): Cell {
  if (kept === undefined) return { text: '-', value: '' }
  const { value, low, high } = kept
  return {
    text: `${percentText(value, 0)} (${percentText(low, 0)} to ${percentText(high, 0)})`,
    value: figure(value, NaN),
  }
}
