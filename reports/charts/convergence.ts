/** How an estimate settled as replicates were added: its Monte Carlo interval, and where the wanted half width lies. */
import {
  type BothWidths,
  inBothWidths,
  areaY,
  axisX,
  axisY,
  draw,
  ink,
  line,
  marginFor,
  pageWidth,
  pale,
  ruleY,
} from './plot.ts'

export interface Settling {
  readonly title: string
  readonly unit: string
  /** Wanted half width, in the unit of the estimate. */
  readonly wanted: number
  /** At least one whose half width is known. */
  readonly rows: readonly { readonly replicates: number; readonly estimate: number; readonly halfWidth: number }[]
}

/** The chart as SVG. @param width pixels; below `pageWidth` it is laid out for a narrow page */
function convergenceSvg({ title, unit, wanted, rows }: Settling, width: number): string {
  const known = rows.filter(({ estimate, halfWidth }) => Number.isFinite(estimate) && Number.isFinite(halfWidth))
  const { estimate: end } = known[known.length - 1]
  return draw(
    {
      width,
      height: width < pageWidth ? 220 : 240,
      marginLeft: marginFor(known.flatMap(({ estimate, halfWidth }) => [estimate - halfWidth, estimate + halfWidth])),
      marginRight: 20,
      marginTop: 30,
      marginBottom: 44,
      y: { grid: true, nice: true },
      marks: [
        axisX({ label: 'Replicates', labelAnchor: 'center', labelArrow: 'none', ticks: width < pageWidth ? 4 : 8 }),
        axisY({ label: unit, labelArrow: 'none', ticks: 5 }),
        areaY(known, {
          x: 'replicates',
          y1: ({ estimate, halfWidth }: Settling['rows'][number]) => estimate - halfWidth,
          y2: ({ estimate, halfWidth }: Settling['rows'][number]) => estimate + halfWidth,
          fill: pale,
        }),
        ruleY([end - wanted, end + wanted], { stroke: ink, strokeDasharray: '4 3' }),
        line(known, { x: 'replicates', y: 'estimate', stroke: ink, strokeWidth: 2.2 }),
      ],
    },
    {
      label: title,
      description: known
        .map(
          ({ replicates, estimate, halfWidth }) =>
            `${replicates}: ${estimate.toPrecision(4)} ± ${halfWidth.toPrecision(2)}`,
        )
        .join('; '),
    },
  )
}

/** The chart in both widths. */
export function convergenceSvgs(settling: Settling): BothWidths {
  return inBothWidths((width) => convergenceSvg(settling, width))
}
