/** Packages that code of a folder loads when it runs: by `import` of more than types, by `import()`, or by a `require` made for it. */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** What the text of a file loads, as it is written there. */
export function loadedBy(path: string, text: string): readonly string[] {
  const found: string[] = []
  const keep = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
  }
  new Visitor({
    ImportDeclaration: ({ importKind, specifiers, source }) => {
      const isTypes =
        specifiers.length > 0 && specifiers.every((one) => 'importKind' in one && one.importKind === 'type')
      if (importKind !== 'type' && !isTypes) keep(source.value)
    },
    ExportNamedDeclaration: ({ exportKind, source }) => {
      if (exportKind !== 'type') keep(source?.value)
    },
    ExportAllDeclaration: ({ exportKind, source }) => {
      if (exportKind !== 'type') keep(source.value)
    },
    ImportExpression: ({ source }) => keep('value' in source ? source.value : undefined),
    CallExpression: ({ callee, arguments: [first] }) => {
      const isLoader = callee.type === 'Identifier' && ['require', 'load'].includes(callee.name)
      if (isLoader && first !== undefined && 'value' in first) keep(first.value)
    },
  }).visit(parseSync(path, text).program)
  return found
}

/** Names of the packages that the files below these folders load. */
export function packagesLoadedIn(root: string, folders: readonly string[]): ReadonlySet<string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const loaded = files.flatMap((file) => loadedBy(file, readFileSync(file, 'utf8')))
  return new Set(
    loaded
      .filter((name) => !name.startsWith('.') && !isBuiltin(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  )
}
