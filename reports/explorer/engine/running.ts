/**
 * A study on its way: its blocks are given to the crew, and pictures of what has come are made, soon from few replicates, and again
 * whenever there are several times as many.
 */
import { planBlock } from '../../../engine/run/plan.ts'
import type { Crew } from './crew.ts'
import { growingStudy, type GrowingStudy } from './growing.ts'
import type { Library } from './library.ts'
import { isOfFamilies, type Prepared } from './prepare.ts'
import type { FromConductor, StudySettings } from './protocol.ts'

/** Replicates of the first picture: a pair is the least that has an error. */
const firstPicture = 2

/** Replicates of the picture after one of so many: a reader sees more of the first fifty than of the next, and each takes its time. */
function nextPicture(replicates: number): number {
  return replicates < 50 ? 4 * replicates : 2 * replicates
}

export interface Running {
  readonly settings: StudySettings
  /** What its scenarios are from. */
  readonly library: Library
  readonly growing: GrowingStudy
  readonly seconds: () => number
  /** The page's number for it; undefined before it has asked. */
  readonly study: () => number | undefined
  /** What there is, and all that comes, is shown with the rows of these families, as the page's study of this number. */
  readonly showAs: (study: number, families: readonly string[]) => void
}

/** What a study is carried out with. */
export interface Means {
  readonly library: Library
  readonly crew: Crew
  readonly now: () => number
  readonly tell: (message: FromConductor) => void
}

/** Begins a study that is prepared, in place of the one before. */
export function startStudy(prepared: Prepared, settings: StudySettings, means: Means): Running {
  const { library, crew, now, tell } = means
  const growing = growingStudy(prepared, library.industry)
  const begun = now()
  let page: { readonly study: number; readonly families: readonly string[] } | undefined
  let due = firstPicture
  const seconds = (): number => (now() - begun) / 1000
  const show = (): void => {
    const replicates = growing.replicates()
    if (page === undefined || replicates < Math.min(due, settings.replicates)) return
    const isWhole = replicates === settings.replicates
    // After the last picture there is none that is due.
    due = isWhole ? Infinity : nextPicture(replicates)
    const report = growing.report(isOfFamilies(page.families), seconds(), crew.size())
    tell({ kind: 'picture', study: page.study, picture: { settings, report, isWhole } })
  }
  const { plan } = prepared
  const blocks = Array.from({ length: plan.blocks }, (_, index) => planBlock(plan, index))
  crew.begin(prepared.setup, blocks, (block) => {
    growing.take(block)
    if (due !== Infinity) show()
  })
  return {
    settings,
    library,
    growing,
    seconds,
    study: () => page?.study,
    showAs: (study, families) => {
      if (page?.study !== study) tell({ kind: 'begun', study, begun: prepared.begun })
      page = { study, families }
      due = firstPicture
      show()
    },
  }
}

/** Whether both ask for the same numbers. */
export function isSame(one: StudySettings, other: StudySettings): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
