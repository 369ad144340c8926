/** Derived outcomes: their texts read, in the order in which they stand, so that one may use those before it. */
import type { DerivedOutcome } from '../../engine/model/accounts/derivedOutcome.ts'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { derivedDefinition, type DerivedText } from '../file/derived.ts'
import { isFormulaProblem, readFormula, type KnownFormula } from './readFormula.ts'

const outcomeIds: readonly string[] = outcomeDefinitions.map(({ id }) => id)

export interface DerivedProblem {
  readonly id: string
  readonly message: string
  readonly given?: string | undefined
  readonly nearest?: string | undefined
  /** Whether its name is at fault, and not its formula. */
  readonly onKey?: boolean
}

export interface ReadDerived {
  readonly outcomes: readonly DerivedOutcome[]
  /** By name, for formulas that use them. */
  readonly known: ReadonlyMap<string, KnownFormula>
  readonly problems: readonly DerivedProblem[]
}

/** Reads derived outcomes. mathjs is loaded where there is one, and not otherwise. */
export function readDerived(texts: readonly DerivedText[]): ReadDerived {
  const outcomes: DerivedOutcome[] = []
  const known = new Map<string, KnownFormula>()
  const problems: DerivedProblem[] = []
  for (const text of texts) {
    const { id, formula } = text
    const wrongName = nameProblem(id)
    if (wrongName !== undefined) problems.push({ id, message: wrongName, given: id, onKey: true })
    const read = readFormula(formula, { outcomes: outcomeIds, derived: known })
    if (isFormulaProblem(read)) {
      const { message, at, given, nearest } = read
      problems.push({ id, message: `sign ${at} of the formula: ${message}`, given, nearest })
      continue
    }
    known.set(id, read)
    const inputs = read.inputs.map(({ outcome }) => outcomeIndex(outcome))
    outcomes.push({ definition: derivedDefinition(text), formula: read.formula, inputs })
  }
  return { outcomes, known, problems }
}

/** Names that results, formulas or the catalogue use already. */
const taken: readonly string[] = [
  ...'point part replicates goodReplicates scenario baseline replicate year status outcome place unit statistic value'.split(
    ' ',
  ),
  ...'monteCarloError low high n failed partial and or not xor mod to in true false null NaN Infinity'.split(' '),
  ...'if min max exp log abs sqrt change when'.split(' '),
  ...new Set(outcomeDefinitions.map(({ family }) => family)),
]

function nameProblem(id: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(id)) return 'is no name of an outcome; write letters and digits, a letter first'
  const same = taken.find((name) => name.toLowerCase() === id.toLowerCase())
  return same === undefined ? undefined : `${same} means something else already; choose another name`
}
