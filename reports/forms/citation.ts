/** `CITATION.cff`: how to cite the result, in the Citation File Format 1.2.0 (citation-file-format.github.io). */
import { visibleText } from '../words/visible.ts'
import type { Manifest } from '../stored/manifest.ts'
import type { Report } from '../data/report.ts'

/** The text of CITATION.cff. @param question title of the report */
export function citationCff(report: Report, manifest: Manifest, question: string): string {
  const names = report.scenarios.map(({ name }) => name).join(', ')
  return [
    'cff-version: 1.2.0',
    'message: If you use this result, please cite it with its version and seed.',
    'type: dataset',
    `title: ${quoted(`Plantshift result ${report.name}: ${question}`)}`,
    'authors:',
    '  - name: The Plantshift authors',
    `version: ${quoted(manifest.version)}`,
    `date-released: ${manifest.finished.slice(0, 10)}`,
    `abstract: ${quoted(`Scenarios ${names}; ${report.replicates} replicates, seed ${report.seed}. Command: ${report.reproduce}`)}`,
    'license: MIT',
    '',
  ].join('\n')
}

/** A text of YAML that nothing in it can end. */
function quoted(text: string): string {
  return JSON.stringify(visibleText(text))
}
