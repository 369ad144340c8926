/** The table of the library in docs/scenarios.md, from the files themselves. */
import { readFileSync } from 'node:fs'
import { listLibrary } from '../../scenarios/join/library.ts'
import { isPlainObject } from '../../scenarios/file/merge.ts'
import { parseYaml } from '../../scenarios/file/yaml.ts'

/** One row a scenario: name, what it extends, the question. */
export function libraryTable(): string {
  const rows = listLibrary().map(({ name, path, title, question }) => {
    const { value } = parseYaml(readFileSync(path, 'utf8'), path)
    const parents = isPlainObject(value) ? [value['extends']].flat().filter((parent) => typeof parent === 'string') : []
    return `| \`${name}\` | ${title} | ${question} | ${parents.map((parent) => `\`${parent}\``).join(', ')} |`
  })
  return ['| name | title | question | extends |', '|---|---|---|---|', ...rows].join('\n')
}
