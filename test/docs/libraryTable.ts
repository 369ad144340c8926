/** The table of the library in docs/scenarios.md, from the files themselves. */
import { readFileSync } from 'node:fs'
import { listLibrary } from '../../scenarios/join/listing.ts'
import { baselineFor } from '../../scenarios/load.ts'
import { isPlainObject } from '../../scenarios/file/merge.ts'
import { parseYaml } from '../../scenarios/file/yaml.ts'

/** One row a scenario: name, what it extends, the question, what it is compared with. */
export function libraryTable(): string {
  const rows = listLibrary().map(({ name, path, title, question, kind }) => {
    const { value } = parseYaml(readFileSync(path, 'utf8'), path)
    const parents = isPlainObject(value) ? [value['extends']].flat().filter((parent) => typeof parent === 'string') : []
    const baseline = kind === 'replication' || name === 'base' ? '' : `\`${baselineFor(name)}\``
    return `| \`${name}\` | ${title} | ${question} | ${parents.map((parent) => `\`${parent}\``).join(', ')} | ${baseline} |`
  })
  return ['| name | title | question | extends | compared with |', '|---|---|---|---|---|', ...rows].join('\n')
}
