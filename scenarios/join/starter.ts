/** The text of a scenario file to start from: right as it stands, with what may be changed in comments. */
import { dirname, relative, resolve, sep } from 'node:path'
import { writeYaml } from '../file/yaml.ts'
import { locateScenario } from './files.ts'
import { listLibrary } from './listing.ts'

/** What may be changed, as lines that become right when the sign before them is taken away. */
const examples = `
# Levers by name and value; \`plantshift list levers\` lists them.
#set:
#  us-tariff-mexico: 0.1

# Uncertain parameters, each held at a figure or drawn by a law; \`plantshift list parameters\` lists them.
#uncertainties:
#  ownElasticity: { law: uniform, low: 4, high: 6 }

# Years, and how many replicates of which seed.
#horizon: { from: 2025, to: 2036 }
#design: { replicates: 400, seed: 7 }
`

/**
 * The text of the file.
 *
 * @param from scenario that it extends, by name in the library or by path as seen from where the program stands
 * @param path of the file
 */
export function starterText(name: string, from: string, path: string): string {
  const isLibrary = listLibrary().some((one) => one.name === from)
  const found = locateScenario(from, process.cwd())
  const parent = isLibrary || found === undefined ? from : near(dirname(resolve(path)), found)
  return (
    `# A scenario of your own. It says only what differs from the one that it extends: see docs/scenarios.md. Lines that begin\n` +
    `# with # and a word are examples: take the sign away to use them. \`plantshift validate\` says what is wrong, and where.\n` +
    writeYaml({ extends: parent, title: name, question: `What does ${name} change?` }) +
    examples
  )
}

/** Paths in a scenario are seen from its own folder. */
function near(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}
