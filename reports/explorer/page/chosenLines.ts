/** What is chosen of the lines of a finished study: axes, ranges on them, and one line. */
import type { FinishedAxis, FinishedStudy } from '../data/finishedStudy.ts'
import { type ReadonlySignal, type Signal, useComputed, useSignal } from './kit.ts'
import { keptLines, type Ranges } from './lines.ts'

export interface ChosenLines {
  /** Ids of the axes that are shown. */
  readonly shown: Signal<ReadonlySet<string>>
  readonly axes: ReadonlySignal<readonly FinishedAxis[]>
  /** A range holds as long as its axis is shown. */
  readonly ranges: Signal<Ranges>
  /** [line] 1 where it is within all ranges. */
  readonly kept: ReadonlySignal<Uint8Array>
  readonly line: Signal<number | undefined>
}

/** Nothing is left out at first. */
export function useChosenLines(study: FinishedStudy): ChosenLines {
  const shown = useSignal<ReadonlySet<string>>(new Set(study.axes.filter(({ isFirst }) => isFirst).map(({ id }) => id)))
  const ranges = useSignal<Ranges>({})
  const axes = useComputed(() => study.axes.filter(({ id }) => shown.value.has(id)))
  const kept = useComputed(() => keptLines(axes.value, ranges.value, study.lineScenario.length))
  const line = useSignal<number | undefined>(undefined)
  return { shown, axes, ranges, kept, line }
}

/** What a line is called: its point, or its option and the number of its replicate. */
export function lineName({ lineReplicate, lineScenario, scenarios }: FinishedStudy, line: number): string {
  const { name } = scenarios[lineScenario[line]]
  return lineReplicate === undefined ? name : `replicate ${lineReplicate[line]} of ${name}`
}
