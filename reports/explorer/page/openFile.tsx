/** Opens scenario files that somebody has: chosen or dropped in, checked as `validate` checks them, and never run unchecked. */
import { type JSX, useSignal } from './kit.ts'
import type { Store } from './store.ts'

/** A field for files, which can also be dropped on it. What is wrong with one is said below it, and the page stays as it is. */
export function OpenFile({ store }: { readonly store: Store }): JSX.Element {
  const said = useSignal<readonly string[]>([])
  const take = async (given: FileList | null | undefined): Promise<void> => {
    const files = [...(given ?? [])]
    if (files.length === 0) return
    said.value = ['Checking…']
    try {
      const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
      const { scenarios, problems, warnings } = await store.askFiles({ kind: 'read', files: texts })
      if (scenarios.length > 0) store.add(scenarios)
      const opened = scenarios.map(({ name }) => `${name} is opened.`)
      said.value = [...problems, ...warnings.map((warning) => `${warning} (allowed)`), ...opened]
    } catch (error) {
      said.value = [`It could not be read: ${error instanceof Error ? error.message : String(error)}`]
    }
  }
  return (
    <div
      class="choice"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(event.dataTransfer?.files)
      }}
    >
      <label for="file">Open a scenario file</label>
      <input
        id="file"
        type="file"
        multiple
        accept=".yaml,.yml,.json,.csv"
        aria-describedby="file-said"
        onChange={({ currentTarget }) => void take(currentTarget.files)}
      />
      <div id="file-said" role="status">
        {said.value.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
