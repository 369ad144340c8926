/**
 * What of a picture is shown: its report up to the year that is chosen, so that what is told of the last year is told of that one; and
 * told for the country that is chosen.
 */
import type { Report } from '../../data/report.ts'
import { computed, type ReadonlySignal } from './kit.ts'
import type { Store } from './store.ts'

/** The report; undefined until there is one. Plants, lines and programmes are of its last simulated year, whatever is chosen. */
export function shownReport({ picture, settings }: Store): ReadonlySignal<Report | undefined> {
  return computed(() => {
    const report = picture.value?.report
    const { year, view } = settings.value ?? {}
    if (report === undefined) return undefined
    const told = view === undefined ? report : { ...report, view }
    if (year === undefined || !report.years.includes(year)) return told
    return { ...told, years: report.years.filter((one) => one <= year) }
  })
}
