/**
 * The conductor: takes the data and the hands, carries out one study at a time, and answers what it is asked. What the link of the
 * page asks for is begun before the page is ready to ask.
 */
import { requireArithmetic } from '../../../engine/math/arithmetic.ts'
import { type Given, type PageData, type PageScenario } from '../data/pageData.ts'
import { unpack } from '../data/pack.ts'
import { createCrew, type Crew } from './crew.ts'
import { messageOf } from './hand.ts'
import { type Library, libraryOf } from './library.ts'
import { preparer, type Prepare } from './prepare.ts'
import type { FromConductor, Port, StudySettings, ToConductor } from './protocol.ts'
import { answerTo } from './questions.ts'
import { isSame, type Running, startStudy } from './running.ts'

/** Between two looks at whether a hand is silent, milliseconds. */
const lookEvery = 3000

/** What a conductor needs of where it runs. */
export interface Surroundings {
  /** Milliseconds, from any beginning. */
  readonly now: () => number
  readonly every: (milliseconds: number, look: () => void) => void
  /** What the page will ask for as soon as it can, once it is known what there is; undefined where that has been tried before. */
  readonly first: (ready: Ready) => StudySettings | undefined
}

type Ready = FromConductor & { readonly kind: 'ready' }

interface Knowledge {
  readonly data: PageData
  readonly given: Given
  readonly library: Library
  readonly prepare: Prepare
  readonly crew: Crew
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
    const settings = with_.kind === 'finished' || with_.settings === undefined ? {} : { settings: with_.settings }
    const ready: Ready = { kind: 'ready', version: library.version, listed: library.listed, ...opened, ...settings }
    tell(ready)
    try {
      const asked = first(ready)
      if (asked !== undefined) begin(known, asked)
    } catch {
      // The page is told why when it asks for it.
    }
  }

  const begin = ({ prepare, library, crew }: Knowledge, settings: StudySettings): Running => {
    crew.drop()
    running = undefined
    parts += 1
    running = startStudy(prepare(parts, settings), settings, { library, crew, now, tell })
    return running
  }

  /** Begins what is asked for, or goes on with it where it is what runs already. */
  const take = (knowledge: Knowledge, { study, settings, families }: ToConductor & { kind: 'study' }): void => {
    const isRunning = running?.library === knowledge.library && isSame(running.settings, settings)
    const one = running !== undefined && isRunning ? running : begin(knowledge, settings)
    one.showAs(study, families)
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
      if (running?.study() === told.study) running.showAs(told.study, told.families)
    } else if (told.kind === 'question') {
      const { number, question } = told
      try {
        const seconds = running?.seconds() ?? 0
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
