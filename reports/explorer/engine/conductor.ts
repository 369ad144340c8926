/**
 * The conductor: takes the data and the hands, carries out one study at a time, and shows what it has come to: soon from few
 * replicates, and again whenever there are twice as many.
 */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { planBlock } from '../../../engine/run/plan.ts'
import { type Given, type PageData, type PageScenario } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import { createCrew, type Crew } from './crew.ts'
import { growingStudy, type GrowingStudy } from './growing.ts'
import { messageOf } from './hand.ts'
import { type Library, libraryOf } from './library.ts'
import { isOfFamilies, preparer, type Prepare } from './prepare.ts'
import type { FromConductor, Port, StudySettings, ToConductor } from './protocol.ts'
import { answerTo } from './questions.ts'

/** Replicates of the first picture. */
const firstPicture = 8
/** Between two looks at whether a hand is silent, milliseconds. */
const lookEvery = 3000

/** What a conductor needs of where it runs. */
export interface Surroundings {
  /** Milliseconds, from any beginning. */
  readonly now: () => number
  readonly every: (milliseconds: number, look: () => void) => void
}

interface Knowledge {
  readonly data: PageData
  readonly given: Given
  readonly library: Library
  readonly prepare: Prepare
  readonly crew: Crew
}

interface Running {
  readonly study: number
  readonly settings: StudySettings
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
export function conduct(page: Port, { now, every }: Surroundings): (hand: number, port: Port) => void {
  let known: Knowledge | undefined
  let running: Running | undefined
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
    tell({ kind: 'ready', version: library.version, listed: library.listed, ...opened })
  }

  const show = (one: Running, { crew }: Knowledge): void => {
    const { study, settings, families, growing, begun } = one
    const report = growing.report(isOfFamilies(families), (now() - begun) / 1000, crew.size())
    tell({ kind: 'picture', study, picture: { settings, report, isWhole: report.replicates === settings.replicates } })
  }

  const begin = ({ prepare, library, crew }: Knowledge, told: ToConductor & { kind: 'study' }): void => {
    crew.drop()
    const { study, settings, families } = told
    const prepared = prepare(study, settings)
    tell({ kind: 'begun', study, begun: prepared.begun })
    const growing = growingStudy(prepared, library.industry)
    const one: Running = { study, settings, families, growing, begun: now(), due: firstPicture }
    running = one
    const { plan } = prepared
    const blocks = Array.from({ length: plan.blocks }, (_, index) => planBlock(plan, index))
    crew.begin(prepared.setup, blocks, (block) => {
      growing.take(block)
      const replicates = growing.replicates()
      if (replicates < Math.min(one.due, settings.replicates) || known === undefined) return
      // After the last picture there is none that is due.
      one.due = replicates === settings.replicates ? Infinity : 2 * replicates
      show(one, known)
    })
  }

  page.listen((message) => {
    const told = message as ToConductor
    if (told.kind === 'data') {
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
        begin(known, told)
      } catch (error) {
        running = undefined
        tell({ kind: 'refused', study: told.study, message: messageOf(error) })
      }
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
