/**
 * What stands in the source files, as the test of the house and the picture of it need it: imports, functions, and code
 * without comments and texts. Files are read by a parser, so that no layout of an import escapes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, dirname, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface SourceFunction {
  readonly name: string
  /** Positional parameters; an object that is taken apart is one. */
  readonly parameters: number
  /** Whether other files can name it. */
  readonly isExported: boolean
  /** Whether a doc comment stands right before it. */
  readonly isDocumented: boolean
}

export interface Source {
  /** Path from the top of the repository, with forward slashes. */
  readonly path: string
  readonly lines: number
  /** The text with comments and the contents of quoted texts taken out. */
  readonly code: string
  /** What the file imports or exports again, as written there; types too. */
  readonly imports: readonly string[]
  readonly functions: readonly SourceFunction[]
}

/** Comments and texts in one pattern, so that neither starts inside the other. */
const commentOrText = /\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g

type Parsed = ReturnType<typeof parseSync>

/** Everything `parsed` imports, in whichever of the four ways. */
function importsOf(parsed: Parsed): string[] {
  const found: string[] = []
  const keep = (source: { readonly type: string; readonly value?: unknown } | null): void => {
    if (typeof source?.value === 'string') found.push(source.value)
  }
  new Visitor({
    ImportDeclaration: (node) => keep(node.source),
    ExportNamedDeclaration: (node) => keep(node.source),
    ExportAllDeclaration: (node) => keep(node.source),
    ImportExpression: (node) => keep(node.source),
    TSImportType: (node) => keep(node.source),
  }).visit(parsed.program)
  return found
}

/** Every function of `parsed`; one without a name of its own is called after the line it starts on. */
function functionsOf(parsed: Parsed, text: string): SourceFunction[] {
  const exported = new Set(
    parsed.module.staticExports.flatMap(({ entries }) => entries.map(({ localName }) => localName.name)),
  )
  const docEnds = parsed.comments
    .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
    .map(({ end }) => end)
  /** Starts of the statements at the top of the file, where a doc comment has its place; without `export` before them. */
  const statements = new Map<number, number>()
  for (const statement of parsed.program.body) {
    const inner = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement
    statements.set(inner.start, statement.start)
    if (inner.type !== 'VariableDeclaration') continue
    for (const { init } of inner.declarations) if (init) statements.set(init.start, statement.start)
  }
  const names = new Map<number, string>()
  const found: SourceFunction[] = []
  const keep = (node: { start: number; id?: { name: string } | null; params: readonly unknown[] }): void => {
    const own = node.id?.name ?? names.get(node.start)
    const statement = statements.get(node.start)
    found.push({
      name: own ?? `line ${text.slice(0, node.start).split('\n').length}`,
      parameters: node.params.length,
      isExported: statement !== undefined && own !== undefined && exported.has(own),
      isDocumented:
        statement !== undefined && docEnds.some((end) => text.slice(end, statement).trim() === '' && end <= statement),
    })
  }
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init) names.set(init.start, id.name)
    },
    FunctionDeclaration: keep,
    FunctionExpression: keep,
    ArrowFunctionExpression: (node) => keep({ start: node.start, params: node.params }),
    TSFunctionType: (node) => keep({ start: node.start, params: node.params }),
    TSMethodSignature: (node) => keep({ start: node.start, params: node.params }),
  }).visit(parsed.program)
  return found
}

/** @throws if the file at `path` cannot be parsed */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0].message}`)
  const uncommented = text.replace(commentOrText, (found) => (found.startsWith('/') ? ' ' : found))
  return {
    path,
    lines: text.split('\n').length - 1,
    code: uncommented.replace(commentOrText, "''"),
    imports: importsOf(parsed),
    functions: functionsOf(parsed, text),
  }
}

/** All source files of the house. */
export function readHouse(): Source[] {
  return ['engine', 'scenarios', 'studies', 'reports', 'cli'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => readSource(relative(top, file).split(sep).join('/'), readFileSync(file, 'utf8'))),
  )
}

/** Path of the file that `imported` names when `path` imports it; nothing for a package. */
export function targetOf(path: string, imported: string): string | undefined {
  return imported.startsWith('.') ? posix.join(posix.dirname(path), imported) : undefined
}
