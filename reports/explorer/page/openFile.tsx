/** Opens scenario files that somebody has: chosen or dropped anywhere on the page, checked as `validate` checks them, and never run unchecked. */
import { type JSX, useSignal, useSignalEffect } from './kit.ts'
import type { Store } from './store.ts'

/** A field for files. What is wrong with one is said below it, and the page stays as it is. */
export function OpenFile({ store }: { readonly store: Store }): JSX.Element {
  const said = useSignal<readonly string[]>([])
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    said.value = ['Checking…']
    said.value = await opened(store, files)
  }
  useSignalEffect(() =>
    takeDropped(
      (files) => void take(files),
      () => (said.value = ['What was dropped is no file. A scenario is a file that ends with .yaml, .yml or .json.']),
    ),
  )
  return (
    <div class="choice">
      <label for="file">Open a scenario file</label>
      <input
        id="file"
        type="file"
        multiple
        accept=".yaml,.yml,.json,.csv"
        aria-describedby="file-how file-said"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // So that a file that was mended can be chosen again.
          currentTarget.value = ''
          void take(files)
        }}
      />
      <p id="file-how" class="reading">
        Or drop it anywhere on the page. It stays in this browser.
      </p>
      <div id="file-said" role="status">
        {said.value.map((line, n) => (
          <p key={n}>{line}</p>
        ))}
      </div>
    </div>
  )
}

/** Opens what is right in the files. @returns what to say of them */
async function opened(store: Store, files: readonly File[]): Promise<readonly string[]> {
  try {
    const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
    const { scenarios, problems, warnings } = await store.askFiles({ kind: 'read', files: texts })
    if (scenarios.length > 0) store.add(scenarios)
    const names = scenarios.map(({ name }) => `${name} is opened.`)
    return [...problems, ...warnings.map((warning) => `${warning} (allowed)`), ...names]
  } catch (error) {
    const names = files.map(({ name }) => name).join(', ')
    return [`${names} could not be read: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Says that a file may be dropped. */
function over(event: DragEvent): void {
  event.preventDefault()
}

/** Hears of what is dropped on the page, which a browser would open in its place. @returns stops it */
function takeDropped(take: (files: readonly File[]) => void, nothing: () => void): () => void {
  const drop = (event: DragEvent): void => {
    // A text that is dropped into a field is for the field.
    if (event.target instanceof HTMLInputElement && event.dataTransfer?.files.length === 0) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) nothing()
    else take(files)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
  }
}
