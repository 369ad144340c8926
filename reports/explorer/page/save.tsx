/** Saving what the page shows as files, and copying texts. */
import type { AskFiles } from './files.ts'
import { type Context, createContext, type JSX, useContext, useSignal } from './kit.ts'
import type { DocumentTable } from '../../document/document.ts'

/** How the page's tables ask for their CSV. */
export const FilesContext: Context<AskFiles | undefined> = createContext<AskFiles | undefined>(undefined)

const kinds: Readonly<Record<string, string>> = {
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml;charset=utf-8',
  yaml: 'application/yaml;charset=utf-8',
}

/** Hands a file to the browser, which puts it where its downloads go. */
export function saveText(name: string, text: string): void {
  const kind = kinds[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain;charset=utf-8'
  const address = URL.createObjectURL(new Blob([text], { type: kind }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A button that does something which may take a while or fail, and says so beside it. */
export function Doing({
  children,
  label,
  act,
}: {
  readonly children: string
  /** In place of its text, for who does not see where it stands. */
  readonly label?: string
  /** @returns what to say when it is done; empty for nothing */
  readonly act: () => Promise<string>
}): JSX.Element {
  const said = useSignal('')
  const isBusy = useSignal(false)
  const start = async (): Promise<void> => {
    isBusy.value = true
    said.value = ''
    try {
      said.value = await act()
    } catch (error) {
      said.value = `It did not work: ${error instanceof Error ? error.message : String(error)}`
    }
    isBusy.value = false
  }
  return (
    <span class="doing">
      <button type="button" aria-label={label} aria-busy={isBusy.value} onClick={() => void start()}>
        {children}
      </button>{' '}
      <span role="status">{said.value}</span>
    </span>
  )
}

/** Saves a table of the page with the cells that a report's CSV has. */
export function SaveTable({ table }: { readonly table: DocumentTable }): JSX.Element | null {
  const ask = useContext(FilesContext)
  if (ask === undefined) return null
  return (
    <p class="save">
      <Doing
        label={`Save as CSV: ${table.caption}`}
        act={async () => {
          const { name, text } = await ask({ kind: 'table', table })
          saveText(name, text)
          return `${name} is saved.`
        }}
      >
        Save as CSV
      </Doing>
    </p>
  )
}

/** Copies a text; where the browser does not let a page do it, says how it is done by hand. */
export function Copy({ text, what }: { readonly text: string; readonly what: string }): JSX.Element {
  return (
    <Doing
      label={`Copy ${what}`}
      act={async () => {
        try {
          await navigator.clipboard.writeText(text)
          return 'Copied.'
        } catch {
          return 'This browser does not let the page copy: select the text and copy it yourself.'
        }
      }}
    >
      Copy
    </Doing>
  )
}
