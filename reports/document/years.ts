/** The year that tables and sentences are about. */
import type { Report } from '../data/report.ts'

export function lastYear({ years }: Pick<Report, 'years'>): number {
  return years[years.length - 1]
}
