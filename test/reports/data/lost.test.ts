import { expect, test } from 'vitest'
import { buildDocument } from '../../../reports/document/build.ts'
import { briefHtml } from '../../../reports/forms/briefHtml.ts'
import { reportHtml } from '../../../reports/forms/html.ts'
import { screenText } from '../../../reports/forms/screen.ts'
import { buildManifest } from '../../../reports/stored/manifest.ts'
import { storedReport } from '../../../reports/stored/storedReport.ts'
import { reportJson } from '../../../reports/tables/json.ts'
import { plainStyle } from '../../../reports/text/style.ts'
import { terminalText } from '../../../reports/text/terminal.ts'
import { sampleReport } from '../sampleReport.ts'

test('replicates that are lost with their thread are told in the terminal, on the first page, in the brief and in the manifest', () => {
  const report = { ...sampleReport(), lostReplicates: 2 }
  const sentence = '2 replicates are lost: the thread that computed them died or ran out of memory'
  const document = buildDocument(report)
  expect(document.warnings[0]).toContain(sentence)
  for (const text of [terminalText(report, plainStyle), screenText(report, plainStyle)])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence)
  for (const page of [reportHtml(document), briefHtml(document)]) expect(page).toContain(sentence)
  const origins = { started: 0, command: ['run'], scenarioHashes: ['a', 'b'], dataHashes: [], blockSize: 1, blocks: 1 }
  expect(buildManifest(report, origins)).toMatchObject({ lostReplicates: 2 })
  expect(buildManifest(sampleReport(), origins)).not.toHaveProperty('lostReplicates')
  expect(storedReport(JSON.parse(reportJson(report))).lostReplicates).toBe(2)
})
