/** What of a picture is shown: its report up to the year that is chosen, so that what is told of the last year is told of that one. */
import type { Report } from '../../data/report.ts'
import { computed, type ReadonlySignal } from './kit.ts'
import type { Store } from './store.ts'

/** The report; undefined until there is one. Plants, lines and programmes are of its last simulated year, whatever is chosen. */
export function shownReport({ picture, settings }: Store): ReadonlySignal<Report | undefined> {
  return computed(() => {
    const report = picture.value?.report
    const year = settings.value?.year
    if (report === undefined || year === undefined || !report.years.includes(year)) return report
    return { ...report, years: report.years.filter((one) => one <= year) }
  })
}
