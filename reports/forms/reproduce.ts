/** `REPRODUCE.md`: versions, seed, machine, time, memory, files and commands, for who wants the same numbers again. */
import { visibleText } from '../words/visible.ts'
import { bytesText, durationText } from '../words/numbers.ts'
import type { Manifest } from '../stored/manifest.ts'
import type { Report } from '../data/report.ts'
import type { FileMark } from '../../studies/folder/fileMarks.ts'

/** The file's text. @param files those that the run wrote, with their sizes and hashes */
export function reproduceMarkdown(report: Report, manifest: Manifest, files: readonly FileMark[]): string {
  return `${visibleText(
    [
      `# How to reproduce ${report.name}`,
      '',
      'The same numbers, to the last digit, with the same version and the same files:',
      '',
      `    ${report.reproduce}`,
      '',
      'The forms of the report again, from what is in this folder and without simulating:',
      '',
      '    npx plantshift report .',
      '',
      '## What it was',
      '',
      ...circumstances(report, manifest),
      '',
      '## Scenarios',
      '',
      'Hash of all that decides a scenario’s results; the scenarios themselves are in scenario.resolved.yaml.',
      '',
      ...manifest.scenarios.map(({ name, sha256 }) => `* ${name}: \`${sha256}\``),
      '',
      '## Data',
      '',
      ...ownDataLines(manifest),
      ...manifest.data.map(
        ({ file, sha256, asShipped }) => `* ${file}${asShipped ? '' : ' (not as shipped)'}: \`${sha256}\``,
      ),
      '',
      '## Files of the result',
      '',
      'Run again, all are the same but report.json, which has the time it took and the number of threads.',
      '',
      '| file | size | sha256 |',
      '|---|---:|---|',
      ...files.map(fileRow),
    ].join('\n'),
  )}\n`
}

/** Where the data are that stand in place of the shipped ones, and how to tell that they are still the same. */
function ownDataLines({ ownData }: Manifest): readonly string[] {
  if (ownData === undefined) return []
  return [
    `Data of its own, from \`${ownData.folder}\`, in place of the shipped ones: who computes it again needs that folder.`,
    `Hash of all its files: \`${ownData.sha256}\`.`,
    '',
  ]
}

/** Version, seed, machine, time, memory and command, an item each. */
function circumstances(report: Report, manifest: Manifest): readonly string[] {
  const { host } = manifest
  const memory = manifest.peakMemoryBytes > 0 ? `${bytesText(manifest.peakMemoryBytes)} at most` : 'not written down'
  return [
    `* Plantshift ${manifest.version} on Node ${host.node.replace(/^v/, '')}, ${host.system}`,
    `* seed ${report.seed}; ${report.replicates} ` +
      `replicates${report.interrupted ? ` of ${report.replicatesAsked} (interrupted)` : ''}, ` +
      `${report.goodReplicates} good in every scenario`,
    `* ${host.processors} processors (${host.processor}), ${report.workers} threads; the number of threads changes ` +
      `nothing but time`,
    `* time: ${durationText(report.seconds)} to simulate; memory: ${memory}, of ${bytesText(host.memoryBytes)} of ` +
      `the machine`,
    `* begun ${manifest.started}, finished ${manifest.finished}`,
    `* command as given: \`${['plantshift', ...manifest.command].join(' ').replaceAll('`', "'")}\``,
  ]
}

function fileRow({ name, bytes, sha256 }: FileMark): string {
  return `| ${name} | ${bytesText(bytes)} | ${sha256 === undefined ? '' : `\`${sha256}\``} |`
}
