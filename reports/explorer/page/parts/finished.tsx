/** A finished study: its options side by side, its lines on axes with ranges, and the replicate behind a line. */
import { decisionTable } from '../../../document/decisionTable.ts'
import { optionsOf } from '../../../document/options.ts'
import type { FinishedStudy } from '../../data/finishedStudy.ts'
import { LineList } from '../lineList.tsx'
import { type JSX, useSignal } from '../kit.ts'
import { ParallelAxes } from '../parallelAxes.tsx'
import type { Part } from '../part.ts'
import { useChosenLines } from '../chosenLines.ts'
import { Replay } from '../replay.tsx'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

/** The part of the page for the study with which it was opened. */
export function finishedPart(study: FinishedStudy): Part {
  return {
    id: 'finished',
    title: `A finished ${study.kind === 'points' ? 'sweep' : 'study'}: ${study.title}`,
    families: [],
    heading: study.question,
    Content: ({ store }) => <Finished store={store} study={study} />,
  }
}

function Finished({ store, study }: { readonly store: Store; readonly study: FinishedStudy }): JSX.Element {
  const { report, folder, kind } = study
  const chosen = useChosenLines(study)
  return (
    <>
      <p class="reading">
        Read from <code>{folder}</code>: {report.replicates} replicates, seed {report.seed}. What follows is as it was
        computed then; the explorer below computes anew, and what is chosen there changes nothing here.
      </p>
      {report.caveats.length === 0 ? null : (
        <details>
          <summary>What to know of it</summary>
          <ul>
            {report.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </details>
      )}
      <h3>Options side by side</h3>
      <SideBySide study={study} />
      <h3>{kind === 'points' ? 'Levers and outcomes' : 'Draws and outcomes'}</h3>
      {study.told.map((sentence) => (
        <p key={sentence} class="reading">
          {sentence}
        </p>
      ))}
      <ParallelAxes study={study} chosen={chosen} />
      <LineList study={study} chosen={chosen} />
      <Replay store={store} study={study} line={chosen.line} />
    </>
  )
}

/** The decision table of the report; of many options the few that reports show, or all. */
function SideBySide({ study: { report } }: { readonly study: FinishedStudy }): JSX.Element {
  const isWhole = useSignal(false)
  const options = optionsOf(report)
  if (options.all.length === 0) return <p>One scenario was run alone: there is nothing that it is compared with.</p>
  const shown = isWhole.value ? { ...options, shown: options.all } : options
  return (
    <>
      <Table table={{ ...decisionTable(report, shown, 'all'), id: 'finished' }} />
      {options.choice === '' ? null : (
        <p>
          <button type="button" aria-pressed={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
            All {options.all.length} options
          </button>{' '}
          {isWhole.value ? '' : `The table shows ${options.shown.length} of them, spread over what they change.`}
        </p>
      )}
    </>
  )
}
