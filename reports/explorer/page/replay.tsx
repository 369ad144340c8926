/** The replicate behind a line: what it drew and its years, as `plantshift replay` tells it, and the command that tells the same. */
import type { ReplicateTrace } from '../../../engine/model/explain/trace.ts'
import { programCall, shellWord } from '../../../studies/plan/commandLine.ts'
import { replayText } from '../../text/replayText.ts'
import type { FinishedStudy } from '../data/finishedStudy.ts'
import { lineName } from './chosenLines.ts'
import { type JSX, type ReadonlySignal, useComputed, useSignal, useSignalEffect } from './kit.ts'
import type { Store } from './store.ts'

interface Told {
  readonly trace?: ReplicateTrace
  readonly problem?: string
}

const narrowest = 36
const widest = 110

/** @param line that is chosen; undefined for none */
export function Replay({
  store,
  study,
  line,
}: {
  readonly store: Store
  readonly study: FinishedStudy
  readonly line: ReadonlySignal<number | undefined>
}): JSX.Element | null {
  const ofPoint = useSignal(0)
  const told = useSignal<Told>({})
  const asked = useComputed(() => {
    const n = line.value
    if (n === undefined) return undefined
    return { scenario: study.lineScenario[n], replicate: study.lineReplicate?.[n] ?? ofPoint.value }
  })
  useSignalEffect(() => {
    const question = asked.value
    let isGone = false
    told.value = {}
    if (question !== undefined) {
      store.aside<'replay'>({ kind: 'replay', ...question }).then(
        (trace) => {
          if (!isGone) told.value = { trace }
        },
        (error: unknown) => {
          if (!isGone) told.value = { problem: error instanceof Error ? error.message : String(error) }
        },
      )
    }
    return () => {
      isGone = true
    }
  })
  if (line.value === undefined || asked.value === undefined) return null
  const { replicate, scenario } = asked.value
  const { name } = study.scenarios[scenario]
  return (
    <section id="replay" aria-labelledby="replay-title" aria-busy={told.value.trace === undefined}>
      <h3 id="replay-title" aria-live="polite">
        Behind the line: {lineName(study, line.value)}
      </h3>
      {study.lineReplicate === undefined ? (
        <p class="choice">
          <label for="replay-replicate">Replicate of the point, 0 to {study.replayed.replicates - 1}</label>
          <input
            id="replay-replicate"
            type="number"
            min={0}
            max={study.replayed.replicates - 1}
            step={1}
            value={ofPoint.value}
            onChange={({ currentTarget }) => {
              if (currentTarget.checkValidity()) ofPoint.value = currentTarget.valueAsNumber
            }}
          />
        </p>
      ) : null}
      <p>
        The command that tells the same:{' '}
        <code>{`${programCall} replay ${shellWord(study.folder)} --replicate ${replicate} --scenario=${shellWord(name)}`}</code>
      </p>
      {told.value.problem === undefined ? null : (
        <p class="warning" role="alert">
          {told.value.problem}
        </p>
      )}
      {told.value.trace === undefined ? null : (
        <pre
          tabIndex={0}
          aria-label="What the replicate drew, and its years"
          ref={(element) => write(element, told.value.trace)}
        />
      )}
    </section>
  )
}

/** The text of the command line, as wide as there is room for. */
function write(element: HTMLElement | null, trace: ReplicateTrace | undefined): void {
  if (element === null || trace === undefined) return
  const size = Number.parseFloat(getComputedStyle(element).fontSize)
  const letters = Math.floor(element.clientWidth / (0.61 * size))
  element.textContent = replayText(trace, Math.min(widest, Math.max(narrowest, letters)))
}
