/**
 * Why a plant or a nameplate moves or stays: what a vehicle costs from each place, what each place is worth under each regime, and
 * what waiting is worth, as `plantshift explain` tells it.
 */
import { ranked } from '../../../document/fates.ts'
import { besidePieces } from '../../../text/explainBeside.ts'
import { explanationPieces } from '../../../text/explainText.ts'
import type { Pieces } from '../../../text/pieces.ts'
import { explainReplicates } from '../../../../studies/plan/defaults.ts'
import type { ExplainAnswer, SubjectNames } from '../../engine/asides.ts'
import { useGrowing } from '../growing.ts'
import { type JSX, useComputed, useSignal, useSignalEffect } from '../kit.ts'
import type { Part } from '../part.ts'
import { PiecesView } from '../pieces.tsx'
import { studyOf } from '../settings.ts'
import { shownReport } from '../shown.ts'
import type { Store } from '../store.ts'

/** First few, so that there is something to read at once; then as many as the command takes. */
const counts = [4, 10, 20, 40, 60, 80, explainReplicates] as const

function Content({ store }: { readonly store: Store }): JSX.Element {
  const { settings } = store
  const isBeside = useSignal(false)
  const { answer, isWhole, problem } = useGrowing<'explain'>(
    store,
    () => {
      const now = settings.value
      return now?.why === undefined
        ? undefined
        : {
            kind: 'explain',
            settings: { ...studyOf(now), replicates: 0 },
            word: now.why,
            isBeside: isBeside.value,
          }
    },
    { counts, waits: false },
  )
  const found = answer.value
  return (
    <>
      <p>Choose a plant, a nameplate or a maker to see what its maker sees when it decides where to build.</p>
      <Subjects store={store} />
      <MostChanged store={store} />
      {problem.value === '' ? null : (
        <p class="warning" role="alert">
          {problem.value}
        </p>
      )}
      <p class="progress" role="status">
        {settings.value?.why === undefined || problem.value !== ''
          ? ''
          : isWhole.value
            ? `Done: ${explainReplicates} replicates.`
            : found === undefined
              ? 'Computing…'
              : 'Growing…'}
      </p>
      {found === undefined ? null : (
        <div id="explanation" aria-busy={!isWhole.value}>
          <h3>{found.subject}</h3>
          <p>
            <button
              type="button"
              id="why-beside"
              aria-pressed={isBeside.value}
              onClick={() => (isBeside.value = !isBeside.value)}
            >
              Beside the baseline
            </button>
          </p>
          <PiecesView sections={piecesOf(found)} />
          <p class="reading">
            {found.isReproduced ? 'The same' : 'The figures of B, by themselves,'} from the command line:{' '}
            <code>{found.reproduce}</code>
          </p>
        </div>
      )}
    </>
  )
}

/** The option alone, or A and B: the baseline and the option. */
function piecesOf({ subject, scenario, explanation, compared }: ExplainAnswer): readonly Pieces[] {
  if (compared === undefined) return explanationPieces(subject, scenario, explanation)
  const baseline = { name: compared.scenario, explanation: compared.explanation }
  return besidePieces(subject, baseline, { name: scenario, explanation })
}

/** All names, once somebody looks for them: they come from a worker that is started for it. */
function Subjects({ store }: { readonly store: Store }): JSX.Element {
  const names = useSignal<SubjectNames | undefined>(undefined)
  const isWanted = useSignal(false)
  const { settings, picture } = store
  useSignalEffect(() => {
    if ((!isWanted.value && picture.value?.isWhole !== true) || names.peek() !== undefined) return
    store.aside<'subjects'>({ kind: 'subjects' }).then(
      (found) => {
        names.value = found
      },
      () => undefined,
    )
  })
  const chosen = settings.value?.why ?? ''
  const groups = names.value === undefined ? [] : groupsOf(names.value)
  const isListed = groups.some((group) => group.names.includes(chosen))
  return (
    <div class="choice">
      <label for="why-subject">Plant, nameplate or maker</label>
      <select
        id="why-subject"
        value={chosen}
        onFocus={() => (isWanted.value = true)}
        onPointerEnter={() => (isWanted.value = true)}
        onChange={({ currentTarget }) => store.change({ why: currentTarget.value || undefined })}
      >
        <option value="">none</option>
        {isListed || chosen === '' ? null : <option value={chosen}>{chosen}</option>}
        {groups.map(({ title, names: listed }) => (
          <optgroup key={title} label={title}>
            {listed.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function groupsOf({ plants, nameplates, makers }: SubjectNames) {
  return [
    { title: 'Plants', names: plants },
    { title: 'Nameplates', names: nameplates },
    { title: 'Makers', names: makers },
  ]
}

/** Buttons offered beside the list. */
const mostOffered = 6

function MostChanged({ store }: { readonly store: Store }): JSX.Element | null {
  const report = shownReport(store)
  const offered = useComputed(() => {
    const now = report.value
    if (now === undefined) return []
    const option = now.scenarios[1 - now.baseline].name
    return ranked(now, option)
      .filter(({ row }) => row.maker !== '')
      .slice(0, mostOffered)
      .map(({ row }) => row.plant)
  })
  if (offered.value.length === 0) return null
  return (
    <p class="offered">
      Plants that change most:{' '}
      {offered.value.map((plant) => (
        <button
          key={plant}
          type="button"
          aria-pressed={store.settings.value?.why === plant}
          onClick={() => store.change({ why: plant })}
        >
          {plant}
        </button>
      ))}
    </p>
  )
}

export const whyPart: Part = { id: 'why', title: 'Why plants move', families: [], Content }
