/**
 * The reference of the library, from the types and their comments: a page for each door of the package, made by TypeDoc. It reads the
 * sources with a TypeScript that it knows, that of `site/node_modules`.
 *
 *     tsx site/api.ts
 */
import { join } from 'node:path'
import { Application, LogLevel, type ProjectReflection } from 'typedoc'
import { apiDoors } from './contents.ts'
import { pagesFolder, project } from './places.ts'
import { writePage } from './stage.ts'

const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: apiDoors.map(({ entry }) => join(project, entry)),
  tsconfig: join(project, 'tsconfig.build.json'),
  // The project is checked by a newer TypeScript.
  skipErrorChecking: true,
  disableSources: true,
  readme: 'none',
  logLevel: LogLevel.Error,
  validation: false,
  outputs: [{ name: 'markdown', path: join(pagesFolder, 'api') }],
})
app.options.setValue('outputFileStrategy', 'modules')
app.options.setValue('entryFileName', 'index')
app.options.setValue('hideBreadcrumbs', true)
app.options.setValue('hidePageHeader', true)
app.options.setValue('parametersFormat', 'table')
app.options.setValue('interfacePropertiesFormat', 'table')
app.options.setValue('typeAliasPropertiesFormat', 'table')
app.options.setValue('typeDeclarationFormat', 'table')
app.options.setValue('groupOrder', ['Functions', 'Interfaces', 'Type Aliases', 'Variables', '*'])

const reflections = await app.convert()
if (reflections === undefined) throw new Error('TypeDoc could not read the sources')
nameDoors(reflections)
await app.generateOutputs(reflections)
if (app.logger.hasErrors()) throw new Error('TypeDoc found errors')
writePage('api/index.md', overview())

/** Modules are called after the door, as in `import ... from`. */
function nameDoors({ children = [] }: ProjectReflection): void {
  for (const { module, page } of apiDoors) {
    const found = children.find(({ name }) => name === module)
    if (found === undefined)
      throw new Error(`TypeDoc names no module ${module}, but ${children.map((one) => one.name).join(', ')}`)
    found.name = page
  }
}

function overview(): string {
  const rows = apiDoors.map(({ page, door, what }) => `| [\`${door}\`](./${page}.md) | ${what} |`)
  return `# The library

Every function and type that programs can import, made from the sources. [From TypeScript](../docs/library.md) shows how they are used.

| import | what it is |
|---|---|
${rows.join('\n')}
`
}
