/**
 * A resolved scenario as the bytes by which it is known, and as YAML. Scenarios of one study share most of what they say, as
 * points of a sweep do: what is the same object in several of them is made into text once.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonicalJson.ts'
import type { ResolvedScenario } from './resolved.ts'
import { writeYaml } from './yaml.ts'

/** Writers of scenarios that remember what they have written. */
export interface ScenarioWriters {
  /**
   * SHA-256, in hexadecimal, of all that decides a scenario's results: what it says and the policy of the base year.
   * Titles and other texts are in it too.
   */
  readonly hash: (scenario: ResolvedScenario) => string
  /** The same of what its compiled form depends on: equal for scenarios that differ in laws of parameters and texts alone. */
  readonly policyHash: (scenario: ResolvedScenario) => string
  /** The scenario with all that it extends, as YAML. */
  readonly yaml: (scenario: ResolvedScenario) => string
}

const ofLawsAndTexts = [
  'title',
  'question',
  'note',
  'sources',
  'report',
  'outcomes',
  'design',
  'uncertainties',
  'correlations',
  'derived',
]

/** Writers for the scenarios of one study. */
export function scenarioWriters(): ScenarioWriters {
  const jsonOf = remembered(canonicalJson)
  const yamlOf = new Map<string, (value: unknown) => string>()
  const bytes = ({ content, baseRegime }: ResolvedScenario, without: readonly string[]): string => {
    const pieces = Object.entries(content)
      .filter(([key, value]) => !without.includes(key) && value !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => `${JSON.stringify(key)}:${jsonOf(value)}`)
    return `{"baseRegime":${jsonOf(baseRegime)},"content":{${pieces.join(',')}}}`
  }
  return {
    hash: (scenario) => sha256(bytes(scenario, [])),
    policyHash: (scenario) => sha256(bytes(scenario, ofLawsAndTexts)),
    yaml: ({ content }) => {
      const blocks = Object.entries(content).map(([key, value]) => {
        const write = yamlOf.get(key) ?? remembered((held: unknown) => writeYaml({ [key]: held }))
        yamlOf.set(key, write)
        return write(value)
      })
      return blocks.length === 0 ? writeYaml(content) : blocks.join('')
    },
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The same function, which does its work once for each object. */
function remembered(write: (value: unknown) => string): (value: unknown) => string {
  const known = new WeakMap<object, string>()
  return (value) => {
    if (typeof value !== 'object' || value === null) return write(value)
    const text = known.get(value) ?? write(value)
    known.set(value, text)
    return text
  }
}
