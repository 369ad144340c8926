/** Every form of a report, as files of its folder: name and text. */
import type { Manifest } from '../stored/manifest.ts'
import type { Report } from '../data/report.ts'
import { buildDocument } from '../document/build.ts'
import { figuresOf, tablesOf } from '../document/document.ts'
import { briefMarkdown } from './brief.ts'
import { briefHtml } from './briefHtml.ts'
import { citationCff } from './citation.ts'
import { reportHtml } from './html.ts'
import type { FileMark } from '../../studies/folder/fileMarks.ts'
import { visibleText } from '../words/visible.ts'
import { reproduceMarkdown } from './reproduce.ts'
import { tableCsv } from './tableCsv.ts'

export interface FormFile {
  readonly name: string
  readonly text: string
}

/** @param results the files that the run wrote, for REPRODUCE.md */
export function reportForms(report: Report, manifest: Manifest, results: readonly FileMark[]): readonly FormFile[] {
  const document = buildDocument(report)
  return [
    { name: 'report.html', text: reportHtml(document) },
    { name: 'brief.html', text: briefHtml(document) },
    { name: 'brief.md', text: briefMarkdown(document) },
    { name: 'REPRODUCE.md', text: reproduceMarkdown(report, manifest, results) },
    { name: 'CITATION.cff', text: citationCff(report, manifest, document.question) },
    ...figuresOf(document).map(({ id, wide, narrow, size }) => ({
      name: `charts/${id}.svg`,
      text: `${visibleText(size === 'half' ? narrow : wide)}\n`,
    })),
    ...tablesOf(document).map((table) => ({ name: `tables/${table.id}.csv`, text: tableCsv(table) })),
  ]
}
