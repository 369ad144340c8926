/** Take it away: a link with every setting, the command and the scenario file that give the same numbers, and the tables. */
import type { ScenarioFiles } from '../../engine/scenarioFiles.ts'
import type { Report } from '../../../data/report.ts'
import { type JSX, useComputed } from '../kit.ts'
import { linkOf } from '../link.ts'
import type { Part } from '../part.ts'
import { Copy, Doing, saveText } from '../save.tsx'
import { studyOf } from '../settings.ts'
import type { Store } from '../store.ts'

/** As a result folder names them, with what is in them. */
const tables = [
  ['summary.csv', 'every outcome of every year: mean, median, spread, Monte Carlo error'],
  ['compare.csv', 'the option against the baseline, replicate by replicate'],
  ['plants.csv', 'every plant: how often it closes, builds less, builds more'],
  ['lines.csv', 'every vehicle line: in which country it is built'],
  ['programmes.csv', 'which trade programmes are used'],
] as const

function Content({ store }: { readonly store: Store }): JSX.Element | null {
  const settings = store.settings.value
  const address = useComputed(() => {
    const now = store.settings.value
    return now === undefined ? '' : `${location.href.replace(/#.*$/, '')}${linkOf(now, store.listed.value)}`
  })
  const command = useComputed(() => store.picture.value?.report.reproduce ?? '')
  if (settings === undefined) return null
  const own = store.listed.value.filter(
    ({ isOwn, name }) => isOwn && [settings.option, settings.baseline].includes(name),
  )
  return (
    <>
      <h3>A link with every setting</h3>
      <p>
        <label class="unseen" for="link">
          Link
        </label>
        <input id="link" class="wide" type="text" readOnly value={address.value} />
      </p>
      <p>
        <Copy text={address.value} what="the link" />
      </p>
      {own.length === 0 ? null : (
        <p class="warning">
          The link names {own.map(({ name }) => name).join(' and ')}, which this page was given as a file: who opens the
          link needs the file too.
        </p>
      )}
      <h3>The same numbers on the command line</h3>
      <p>
        To the last digit, as far as the page has come: with more replicates they are more exact. A file below holds all
        of it.
      </p>
      <pre tabIndex={0} aria-label="Command">
        <code id="command">{command.value}</code>
      </pre>
      <p>
        <Copy text={command.value} what="the command" />
      </p>
      <p>
        <Doing act={async () => saveScenario(store)}>Save the scenario file</Doing>
      </p>
      <h3>Tables of all outcomes</h3>
      <p>As a result folder has them. Tables and pictures above have a button of their own.</p>
      <ul class="plain">
        {tables.map(([name, what]) => (
          <li key={name}>
            <Doing act={async () => saveTable(store, name)}>{`Save ${name}`}</Doing> <span class="reading">{what}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

async function saveScenario(store: Store): Promise<string> {
  const settings = store.settings.peek()
  if (settings === undefined) return ''
  const { scenarios, command } = (await store.ask({
    kind: 'scenario files',
    settings: studyOf(settings),
  })) as ScenarioFiles
  const files = await store.askFiles({ kind: 'write', scenarios })
  for (const { name, text } of files) saveText(name, text)
  return `${files.map(({ name }) => name).join(' and ')} is saved. In its folder: ${command}`
}

async function saveTable(store: Store, name: string): Promise<string> {
  const report = (await store.ask({ kind: 'report' })) as Report
  const files = await store.askFiles({ kind: 'tables', report })
  const found = files.find((file) => file.name === name)
  if (found === undefined) return `There is no ${name}.`
  saveText(name, found.text)
  return `${name} is saved, of ${report.replicates} replicates.`
}

export const takeAwayPart: Part = { id: 'take-away', title: 'Take it away', families: [], Content }
