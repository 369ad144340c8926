/**
 * The conductor: takes the data and the hands, carries out one study at a time, and shows what it has come to: soon from few
 * replicates, and again whenever there are several times as many. What the link of the page asks for is begun before the page is
 * ready to ask.
 */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { planBlock } from '../../../engine/run/plan.ts'
import { type Given, type PageData, type PageScenario } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import { createCrew, type Crew } from './crew.ts'
import { growingStudy, type GrowingStudy } from './growing.ts'
import { messageOf } from './hand.ts'
import { type Library, libraryOf } from './library.ts'
import { isOfFamilies, preparer, type Prepare, type Prepared } from './prepare.ts'
import type { FromConductor, Port, StudySettings, ToConductor } from './protocol.ts'
import { answerTo } from './questions.ts'

/** Replicates of the first picture. */
const firstPicture = 2

/** Replicates of the picture after one of so many: a reader sees more of the first hundred than of the next, and each takes its time. */
function nextPicture(replicates: number): number {
  return replicates < 50 ? 4 * replicates : 2 * replicates
}

/** Between two looks at whether a hand is silent, milliseconds. */
const lookEvery = 3000

/** What a conductor needs of where it runs. */
export interface Surroundings {
  /** Milliseconds, from any beginning. */
  readonly now: () => number
  readonly every: (milliseconds: number, look: () => void) => void
  /** What the page will ask for as soon as it can, once it is known what there is. */
  readonly first: (ready: Ready) => StudySettings
}

type Ready = FromConductor & { readonly kind: 'ready' }

interface Knowledge {
  readonly data: PageData
  readonly given: Given
  readonly library: Library
  readonly prepare: Prepare
  readonly crew: Crew
}

interface Running {
  /** The page's number for it; undefined before it has asked. */
  study: number | undefined
  readonly settings: StudySettings
  /** What its scenarios are from. */
  readonly library: Library
  readonly prepared: Prepared
  families: readonly string[]
  readonly growing: GrowingStudy
  readonly begun: number
  /** Replicates at which the next picture is due. */
  due: number
}

/**
 * @param page who asks
 * @returns takes the port of a hand, which comes beside its message
 */
export function conduct(page: Port, { now, every, first }: Surroundings): (hand: number, port: Port) => void {
  let known: Knowledge | undefined
  let running: Running | undefined
  let parts = 0
  const added: PageScenario[] = []
  const early: { readonly hand: number; readonly port: Port }[] = []
  const tell = (message: FromConductor): void => page.post(message)

  const learn = (data: string, given: string): void => {
    requireArithmetic()
    const with_ = unpack(given) as Given
    const pageData = unpack(data) as PageData
    const library = libraryOf(pageData, with_)
    const crew = createCrew(library.industry, now)
    known = { data: pageData, given: with_, library, prepare: preparer(library), crew }
    for (const { hand, port } of early.splice(0)) crew.join(hand, port)
    const opened = with_.kind === 'scenario' ? { opened: with_.option } : {}
    const ready: Ready = { kind: 'ready', version: library.version, listed: library.listed, ...opened }
    tell(ready)
    try {
      begin(known, first(ready))
    } catch {
      // The page is told why when it asks for it.
    }
  }

  const show = (one: Running, { crew }: Knowledge): void => {
    const { study, settings, families, growing, begun } = one
    if (study === undefined) return
    const report = growing.report(isOfFamilies(families), (now() - begun) / 1000, crew.size())
    tell({ kind: 'picture', study, picture: { settings, report, isWhole: report.replicates === settings.replicates } })
  }

  const showDue = (one: Running, knowledge: Knowledge): void => {
    const { study, settings, growing } = one
    const replicates = growing.replicates()
    if (study === undefined || replicates < Math.min(one.due, settings.replicates)) return
    // After the last picture there is none that is due.
    one.due = replicates === settings.replicates ? Infinity : nextPicture(replicates)
    show(one, knowledge)
  }

  const begin = ({ prepare, library, crew }: Knowledge, settings: StudySettings): Running => {
    crew.drop()
    running = undefined
    parts += 1
    const prepared = prepare(parts, settings)
    const growing = growingStudy(prepared, library.industry)
    const state = { study: undefined, families: [], begun: now(), due: firstPicture }
    const one: Running = { ...state, settings, library, prepared, growing }
    running = one
    const { plan } = prepared
    const blocks = Array.from({ length: plan.blocks }, (_, index) => planBlock(plan, index))
    crew.begin(prepared.setup, blocks, (block) => {
      growing.take(block)
      if (known !== undefined) showDue(one, known)
    })
    return one
  }

  /** Begins what is asked for, or goes on with it where it is what runs already. */
  const take = (knowledge: Knowledge, { study, settings, families }: ToConductor & { kind: 'study' }): void => {
    const isRunning = running?.library === knowledge.library && isSame(running.settings, settings)
    const one = running !== undefined && isRunning ? running : begin(knowledge, settings)
    one.study = study
    one.families = families
    tell({ kind: 'begun', study, begun: one.prepared.begun })
    if (one.due === Infinity) show(one, knowledge)
    else showDue(one, knowledge)
  }

  page.listen((message) => {
    const told = message as ToConductor
    if (told.kind === 'data') {
      tell({ kind: 'awake' })
      try {
        return learn(told.data, told.given)
      } catch (error) {
        return tell({ kind: 'unable', message: messageOf(error) })
      }
    }
    if (known === undefined) return
    if (told.kind === 'add') {
      added.unshift(...told.scenarios)
      const library = libraryOf(known.data, known.given, added)
      known = { ...known, library, prepare: preparer(library) }
      tell({ kind: 'listed', listed: library.listed })
    } else if (told.kind === 'study') {
      try {
        take(known, told)
      } catch (error) {
        running = undefined
        tell({ kind: 'refused', study: told.study, message: messageOf(error) })
      }
    } else if (told.kind === 'rest') {
      known.crew.rest(told.isResting)
    } else if (told.kind === 'families') {
      if (running?.study !== told.study) return
      running.families = told.families
      if (running.growing.replicates() > 0) show(running, known)
    } else if (told.kind === 'question') {
      const { number, question } = told
      try {
        const seconds = running === undefined ? 0 : (now() - running.begun) / 1000
        const answer = answerTo(question, running && { ...running, seconds, workers: known.crew.size() }, known.library)
        tell({ kind: 'answer', number, answer })
      } catch (error) {
        tell({ kind: 'unanswered', number, message: messageOf(error) })
      }
    }
  })
  every(lookEvery, () => {
    for (const hand of known?.crew.silent(now()) ?? []) tell({ kind: 'silent', hand })
  })
  return (hand, port) => {
    if (known === undefined) early.push({ hand, port })
    else known.crew.join(hand, port)
  }
}

function isSame(one: StudySettings, other: StudySettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
