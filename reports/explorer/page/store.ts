/**
 * What the page knows, as signals: what is chosen, what has come of it, and what is wrong. Parts read the signals and call `change`; the
 * store tells the engine and keeps the link.
 */
import { outcomeDefinitions } from '../../../engine/model/accounts/outcomes.ts'
import type { PageScenario } from '../data/pageData.ts'
import type { Begun, Listed, Picture, Question } from '../engine/protocol.ts'
import { type AskAside, startAsides } from './asides.ts'
import type { EngineListener } from './engine.ts'
import { effect, type ReadonlySignal, signal, type Signal } from './kit.ts'
import { type AskFiles, fileAsker } from './files.ts'
import { type Known, knownOf, linkOf, readLink } from './link.ts'
import { isSameStudy, type Settings, settingsFor, studyOf } from './settings.ts'
import type { Sources } from './sources.ts'
import type { Started } from './started.ts'
import { troubleText } from './trouble.ts'

export interface Store {
  /** Undefined until the library is there. */
  readonly settings: ReadonlySignal<Settings | undefined>
  /** Scenarios that can be chosen. */
  readonly listed: ReadonlySignal<readonly Listed[]>
  /** What can be changed in the option that is chosen; undefined until it is known. */
  readonly begun: ReadonlySignal<Begun | undefined>
  /** What has come so far: of the settings, or of those before, until the first picture of the new ones is there. */
  readonly picture: ReadonlySignal<Picture | undefined>
  /** True while the picture is of other settings than those that are chosen. */
  readonly isOld: ReadonlySignal<boolean>
  /** True where what is chosen cannot be computed; `problems` say why. */
  readonly isRefused: ReadonlySignal<boolean>
  /** Sentences on what is wrong, for people; empty where nothing is. */
  readonly problems: ReadonlySignal<readonly string[]>
  /** Changes some settings; what decides numbers begins a new study. */
  readonly change: (some: Partial<Settings>) => void
  /** Asks the engine beside the study. @throws what it answers where it cannot, in words for people */
  readonly ask: (question: Question) => Promise<unknown>
  /** Asks the worker of the asides. @throws what it answers where it cannot, in words for people */
  readonly aside: AskAside
  readonly version: ReadonlySignal<string>
  /** Lets scenarios be chosen that somebody gave the page, and chooses the last of them. */
  readonly add: (scenarios: readonly PageScenario[]) => void
  /** Asks the worker for files. @throws what it answers where it cannot, in words for people */
  readonly askFiles: AskFiles
  /** What the page is made with and loads later. */
  readonly later: Sources['later']
  /** Workers of the engine, for tests that end one. */
  readonly workers: () => readonly Worker[]
}

interface Inside {
  readonly settings: Signal<Settings | undefined>
  readonly listed: Signal<readonly Listed[]>
  readonly begun: Signal<Begun | undefined>
  readonly picture: Signal<Picture | undefined>
  readonly isOld: Signal<boolean>
  readonly isRefused: Signal<boolean>
  readonly problems: Signal<readonly string[]>
  readonly version: Signal<string>
  /** Number of the study that was begun last. */
  study: number
  known: Known | undefined
  /** Name of a scenario that is chosen as soon as it is listed. */
  chosenNext: string | undefined
}

/** @param families of outcomes that the parts of the page show */
export function createStore({ sources, engine }: Started, families: readonly string[]): Store {
  const inside: Inside = {
    settings: signal<Settings | undefined>(undefined),
    listed: signal<readonly Listed[]>([]),
    begun: signal<Begun | undefined>(undefined),
    picture: signal<Picture | undefined>(undefined),
    isOld: signal(true),
    isRefused: signal(false),
    problems: signal<readonly string[]>([]),
    version: signal(''),
    study: 0,
    known: undefined,
    chosenNext: undefined,
  }
  const choose = (next: Settings): void => {
    const before = inside.settings.peek()
    inside.settings.value = next
    const shown = familiesWith(families, next.outcome)
    if (before !== undefined && isSameStudy(before, next)) {
      if (before.outcome !== next.outcome) engine.show(shown)
      return
    }
    inside.isOld.value = true
    inside.isRefused.value = false
    inside.study += 1
    engine.study(inside.study, studyOf(next), shown)
  }
  engine.listen(listenerOf(inside, choose))
  const asides = startAsides(sources)
  keepLink(inside, choose)
  const { settings, listed, begun, picture, isOld, isRefused, problems, version } = inside
  return {
    settings,
    listed,
    begun,
    picture,
    isOld,
    isRefused,
    problems,
    version,
    change: (some) => {
      const now = settings.peek()
      if (now === undefined) return
      inside.problems.value = []
      choose({ ...now, ...some })
    },
    ask: engine.ask,
    aside: asides.ask,
    askFiles: fileAsker(sources),
    add: (scenarios) => {
      inside.chosenNext = scenarios.at(-1)?.name
      engine.add(scenarios)
      asides.add(scenarios)
    },
    later: sources.later,
    workers: engine.workers,
  }
}

function listenerOf(inside: Inside, choose: (next: Settings) => void): EngineListener {
  return {
    ready: (ready) => {
      const { listed, version } = ready
      inside.version.value = version
      inside.listed.value = listed
      inside.known = knownOf(ready)
      if (inside.settings.peek() !== undefined) return
      const { settings, problems } = readLink(location.hash, inside.known)
      inside.problems.value = problems
      choose(settings)
    },
    begun: ({ study, begun }) => {
      if (study === inside.study) inside.begun.value = begun
    },
    listed: ({ listed }) => {
      inside.listed.value = listed
      if (inside.known !== undefined) inside.known = { ...inside.known, listed }
      const [name, now] = [inside.chosenNext, inside.settings.peek()]
      inside.chosenNext = undefined
      if (name === undefined || now === undefined) return
      inside.problems.value = []
      choose({ ...settingsFor(name, listed), replicates: now.replicates, seed: now.seed })
    },
    picture: ({ study, picture }) => {
      if (study !== inside.study) return
      inside.picture.value = picture
      inside.isOld.value = false
      leaveOutYear(inside, picture.report.years)
    },
    refused: ({ study, message }) => {
      if (study === inside.study) refuse(inside, message)
    },
    unable: (message) => refuse(inside, message),
  }
}

/** A link may name a year that is not simulated, which is known when the first picture is there. */
function leaveOutYear({ settings, problems }: Inside, years: readonly number[]): void {
  const now = settings.peek()
  if (now?.year === undefined || years.includes(now.year)) return
  const [first, last] = [years[0], years[years.length - 1]]
  const sentence = `The year ${now.year} is not simulated: years go from ${first} to ${last}. ${last} is shown.`
  problems.value = [...problems.peek(), sentence]
  settings.value = { ...now, year: undefined }
}

function refuse({ problems, isRefused }: Inside, message: string): void {
  problems.value = [troubleText(message)]
  isRefused.value = true
}

/** Families of the parts, and that of the outcome that is chosen. */
function familiesWith(families: readonly string[], outcome: string | undefined): readonly string[] {
  const chosen = outcomeDefinitions.find(({ id }) => id === outcome)?.family
  return chosen === undefined || families.includes(chosen) ? families : [...families, chosen]
}

/** The address follows the settings, and the settings an address that somebody enters. */
function keepLink(inside: Inside, choose: (next: Settings) => void): void {
  const { settings, listed, problems } = inside
  effect(() => {
    const now = settings.value
    if (now === undefined) return
    const link = linkOf(now, listed.peek())
    if (location.hash !== link) history.replaceState(null, '', link)
  })
  addEventListener('hashchange', () => {
    const now = settings.peek()
    if (now === undefined || inside.known === undefined || location.hash === linkOf(now, listed.peek())) return
    const read = readLink(location.hash, inside.known)
    problems.value = read.problems
    choose(read.settings)
  })
}
