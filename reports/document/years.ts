/** The year that tables and sentences are about. */
import type { Report } from '../data/report.ts'

/** Calendar year that the tables and figures are of. */
export function lastYear({ years }: Pick<Report, 'years'>): number {
  return years[years.length - 1]
}
