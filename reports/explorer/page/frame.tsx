/** The frame of the page: the question above, choices at the left, the answer with its parts at the right. */
import { optionsOf } from '../../document/options.ts'
import { settingsText } from '../../../scenarios/levers/settings.ts'
import { errorText } from '../../document/precisionSection.ts'
import { Choices } from './choices.tsx'
import { Fragment, type JSX, useComputed, useSignal, useSignalEffect } from './kit.ts'
import type { Part } from './part.ts'
import { FilesContext } from './save.tsx'
import { shownReport } from './shown.ts'
import type { Store } from './store.ts'

/** The whole page. @param stores what each part sees of the study */
export function Frame({
  store,
  parts,
  stores,
}: {
  readonly store: Store
  readonly parts: readonly Part[]
  readonly stores: readonly Store[]
}): JSX.Element {
  const question = useComputed(() => questionOf(store))
  const [finished] = parts.filter(({ heading }) => heading !== undefined)
  return (
    <FilesContext.Provider value={store.askFiles}>
      <a class="skip" href="#answer" onClick={toAnswer}>
        To the answer
      </a>
      <header>
        <p class="run">Plantshift {store.version.value}: pull a lever, see which plant moves</p>
        <h1>{finished?.heading ?? question.value}</h1>
      </header>
      <Problems store={store} />
      <div class="sides">
        <section class="choices" aria-label="What is chosen">
          <Fold>
            <Choices store={store} />
          </Fold>
        </section>
        <main aria-busy={store.isOld.value && !store.isRefused.value}>
          {parts.map(({ id, title, Content }, n) => (
            <Fragment key={id}>
              {id === 'answer' && finished !== undefined ? (
                <p class="anew">
                  Computed anew, with the option that is chosen: <strong>{question.value}</strong>
                </p>
              ) : null}
              {id === 'answer' ? <Progress store={store} /> : null}
              <section id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
                <h2 id={`${id}-title`}>{title}</h2>
                <Content store={stores[n]} />
              </section>
            </Fragment>
          ))}
        </main>
      </div>
    </FilesContext.Provider>
  )
}

/** More levers than this are counted and not named. */
const mostNamed = 2

/** What the page answers: the option's own question, as long as no lever makes it another. */
function questionOf({ settings, listed }: Store): string {
  const levers = settings.value?.levers ?? {}
  const moved = Object.keys(levers).length
  if (moved > mostNamed) return `Which plants move with ${moved} levers changed?`
  if (moved > 0) return `Which plants move with this: ${settingsText(levers)}?`
  const option = listed.value.find(({ name }) => name === settings.value?.option)
  return option?.question ?? 'Which plants move when the rules of trade change?'
}

/** The part after # is the link's, so that the page goes there itself. */
function toAnswer(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#answer')?.focus()
}

/** On a narrow screen the choices are folded, so that the answer stands below the question. */
function Fold({ children }: { readonly children: JSX.Element }): JSX.Element {
  const wide = useSignal(true)
  const isOpen = useSignal(false)
  useSignalEffect(() => {
    const query = matchMedia('(min-width: 861px)')
    const look = (): void => void (wide.value = query.matches)
    look()
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  })
  if (wide.value) return children
  return (
    <details class="fold" open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>Change the option and its levers</summary>
      {children}
    </details>
  )
}

function Problems({ store }: { readonly store: Store }): JSX.Element {
  const { problems } = store
  return (
    <div role="alert">
      {problems.value.length === 0 ? null : (
        <div class="warning">
          {problems.value.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </div>
  )
}

/** @param hasOld whether figures of other settings are shown */
function notComputed(hasOld: boolean): string {
  return `What is chosen is not computed; the reason stands above. ${hasOld ? 'All figures are of what was chosen before.' : ''}`
}

function computing(hasOld: boolean): string {
  return `Computing…${hasOld ? ' Until then all figures are of what was chosen before.' : ''}`
}

/** How far the study is. Only its end is read out, or every picture would interrupt who listens. */
function Progress({ store }: { readonly store: Store }): JSX.Element {
  const shown = shownReport(store)
  const words = useComputed(() => {
    const picture = store.picture.value
    if (store.isRefused.value) return { text: notComputed(picture !== undefined && store.isOld.value), end: '' }
    if (store.isOld.value || picture === undefined) return { text: computing(picture !== undefined), end: '' }
    const { report, isWhole } = picture
    const failed = report.replicates - report.goodReplicates
    const told = report.goodReplicates > 0 ? shown.value : undefined
    const error = told === undefined ? '' : errorText(told, optionsOf(told))
    const text =
      `${report.replicates} of ${report.replicatesAsked} replicates, seed ${report.seed}` +
      (failed === 0 ? '' : `; ${failed} of them failed and are left out`) +
      (error === '' ? '' : `. ${error}`)
    return { text, end: isWhole ? `Done: ${report.replicates} replicates.` : '' }
  })
  return (
    <>
      <p class="progress" id="progress">
        {words.value.text}
      </p>
      <p class="unseen" aria-live="polite">
        {words.value.end}
      </p>
    </>
  )
}
